import { Button, Slider } from '@mantine/core';
import { memo, useEffect, useMemo, useState } from 'react';
import {
  changedLimits,
  type LimitChange,
  type MixFrontier,
  type MixLine,
  type OptimalMix,
} from '../../../../engine/answers';
import { formatShare } from '../../../format';
import { editPlan, usePlanStore } from '../../../state';
import css from './best.module.css';
import { brokenLines } from './best-study';

interface Props {
  readonly study: MixFrontier;
  readonly mix: OptimalMix;
  readonly changes: readonly LimitChange[];
  readonly onChanges: (changes: readonly LimitChange[]) => void;
}

/** Caps, bands and floors as lines over bars of what today's footprint and the picked mix have; moving one asks what if. */
export const LimitLines = memo(function LimitLines({ study, mix, changes, onChanges }: Props) {
  const limits = usePlanStore((state) => state.plan?.policies.limits);
  const move = (line: MixLine, share: number | null) => {
    const { dimension, member, end } = line;
    const moved = changeOf(line, share);
    const others = changes.filter((one) => !isSame(one, moved));
    const own = limits?.find(
      (one) =>
        (one.measure ?? 'hours') === 'hours' &&
        one.dimension === dimension &&
        one.member === (member ?? undefined) &&
        one[end] !== undefined,
    );
    const isAsPlanned = (own?.[end] ?? null) === share;
    onChanges(isAsPlanned ? others : [...others, moved]);
  };
  const broken = brokenLines(study).map(({ line, has }) =>
    // To the half point beyond, as the lines move.
    changeOf(line, (line.end === 'maxShare' ? Math.ceil(has * 200) : Math.floor(has * 200)) / 200),
  );
  const allow = () => onChanges([...changes.filter((one) => !broken.some((line) => isSame(one, line))), ...broken]);
  const keep = () => {
    editPlan('Limits of best mixes kept', (draft) => {
      draft.policies.limits = changedLimits(draft.policies.limits as never, changes) as never;
    });
    onChanges([]);
  };
  return (
    <section className={css.lines} aria-label="Limits">
      <div className={css.linesHead}>
        <h3>Limits</h3>
        {broken.length > 0 && (
          <Button size="compact-xs" variant="default" onClick={allow}>
            Allow what today has
          </Button>
        )}
        {changes.length > 0 && (
          <>
            <Button size="compact-xs" variant="default" onClick={keep}>
              Keep as the plan’s limits
            </Button>
            <Button size="compact-xs" variant="subtle" onClick={() => onChanges([])}>
              Reset
            </Button>
          </>
        )}
      </div>
      <p className={css.hint}>
        Drag a line, or use the arrow keys: what if the limit were there? Bars: today’s share above, {mix.name}’s below.
      </p>
      {study.lines.map((line, at) => (
        <Line
          key={line.id}
          line={line}
          today={study.today.lineShares[at]!}
          mix={mix.lineShares[at]!}
          isChanged={changes.some((one) => isSame(one, changeOf(line, null)))}
          onMove={(share) => move(line, share)}
        />
      ))}
    </section>
  );
});

function changeOf({ dimension, member, end }: MixLine, share: number | null): LimitChange {
  return { dimension, member: member ?? undefined, end, share };
}

const isSame = (a: LimitChange, b: LimitChange) =>
  a.dimension === b.dimension && a.member === b.member && a.end === b.end;

type Share = OptimalMix['lineShares'][number];

function Line(props: {
  readonly line: MixLine;
  readonly today: Share;
  readonly mix: Share;
  readonly isChanged: boolean;
  readonly onMove: (share: number | null) => void;
}) {
  const { line, today, mix, isChanged, onMove } = props;
  const none = line.end === 'maxShare' ? 100 : 0;
  const planned = line.share === null ? none : Math.round(line.share * 1000) / 10;
  const [value, setValue] = useState(planned);
  useEffect(() => setValue(planned), [planned]);
  const words = useMemo(() => {
    const whose = line.member === null && mix.of !== '' ? `${mix.of} ` : '';
    return `today ${formatShare(today.share)}, ${whose}${formatShare(mix.share)}`;
  }, [line, today, mix]);
  const isNone = value === none;
  return (
    <div className={css.line} data-changed={isChanged || undefined}>
      <span className={css.lineLabel}>
        {line.label} <b>{isNone ? 'no limit' : formatShare(value / 100)}</b>
      </span>
      <div className={css.lineTrack}>
        <div className={css.barToday} style={{ width: `${100 * today.share}%` }} />
        <div className={css.barMix} style={{ width: `${100 * mix.share}%` }} />
        <Slider
          classNames={{ root: css.sliderRoot!, track: css.sliderTrack!, thumb: css.sliderThumb!, bar: css.sliderBar! }}
          value={value}
          onChange={setValue}
          onChangeEnd={(end) => onMove(end === none ? null : end / 100)}
          min={0}
          max={100}
          step={0.5}
          label={(at) => (at === none ? 'no limit' : `${at} %`)}
          thumbLabel={`${line.label}, per cent of all hours`}
        />
      </div>
      <span className={css.lineWords}>{words}</span>
    </div>
  );
}
