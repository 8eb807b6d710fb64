import { Slider } from '@mantine/core';
import { memo, useId } from 'react';
import { type Disruption, effectSize, effectSizeField } from '../../../engine/plan';
import { formatDays, formatShare } from '../../format';
import { editPlan, endGesture } from '../../state';
import css from './disruptions.module.css';
import { sizedByHand } from './effect-edits';
import { effectWords } from './effect-words';

const LONGEST_DAYS = 120;

/** Two sliders on the first effect that has a size: how hard, and how long at its height. Figures follow the hand. */
export const HowHard = memo(function HowHard({ disruption }: { readonly disruption: Disruption }) {
  const id = useId();
  const at = disruption.effects.findIndex((effect) => effectSize(effect) !== null);
  const effect = disruption.effects[at];
  const size = effect && effectSize(effect);
  if (!effect || !size) return null;
  const isShare = size.of === 'share';
  const words = effectWords(effect).replace(/, times$/, '');
  const write = (value: number) => (isShare ? formatShare(value) : `× ${Math.round(value * 100) / 100}`);
  const change = (what: 'size' | 'hold', value: number) =>
    editPlan(
      `${what === 'size' ? words.toLowerCase() : 'length'} of ${disruption.name}`,
      (draft) => {
        const found = draft.disruptions.find((each) => each.id === disruption.id)?.effects[at];
        const field = found && effectSizeField(found);
        if (!found || !field) return;
        if (what === 'hold') found.curve.holdDays = value;
        else {
          (found as unknown as Record<string, number>)[field] = value;
          sizedByHand(found);
        }
      },
      `slide-${what}-${disruption.id}`,
    );
  return (
    <div className={css.sliders}>
      <div>
        <span id={`${id}-size`} className={css.sliderName}>
          {words}: {write(size.value)}
        </span>
        <Slider
          aria-labelledby={`${id}-size`}
          thumbProps={{ 'aria-labelledby': `${id}-size` }}
          min={0}
          max={isShare ? 1 : Math.max(3, Math.ceil(size.value))}
          step={isShare ? 0.05 : 0.1}
          label={write}
          value={size.value}
          onChange={(value) => change('size', value)}
          onChangeEnd={endGesture}
        />
      </div>
      <div>
        <span id={`${id}-hold`} className={css.sliderName}>
          At its height: {formatDays(Math.round(effect.curve.holdDays * 10) / 10)}
        </span>
        <Slider
          aria-labelledby={`${id}-hold`}
          thumbProps={{ 'aria-labelledby': `${id}-hold` }}
          min={0}
          max={Math.max(LONGEST_DAYS, Math.ceil(effect.curve.holdDays))}
          step={1}
          label={formatDays}
          value={effect.curve.holdDays}
          onChange={(value) => change('hold', value)}
          onChangeEnd={endGesture}
        />
      </div>
    </div>
  );
});
