import { NativeSelect, TextInput } from '@mantine/core';
import { memo, useMemo } from 'react';
import type { TransitionOptions } from '../../../../engine/answers';
import type { Plan } from '../../../../engine/plan';
import { addDays } from '../../../format';
import { NumberEntry, Panel, RunBar } from '../../../ui';
import { useAnswer } from '../../../work';
import type { MixView } from '../mix-view';
import type { Target } from '../targets';
import { KeepSizes } from './KeepSizes';
import { TransitionResult } from './TransitionResult';
import { TransitionSearch } from './TransitionSearch';
import css from './transition.module.css';

interface Props {
  readonly plan: Plan;
  readonly targets: readonly Target[];
  readonly view: MixView;
  readonly onChange: (next: Partial<MixView>) => void;
}

const NOWHERE: TransitionOptions = { target: { id: '', name: '', moves: [] } };

/** The way from today's footprint to another: who starts and leaves when, what service does meanwhile, what it costs. */
export const TransitionPanel = memo(function TransitionPanel({ plan, targets, view, onChange }: Props) {
  const { startDate, weeks } = plan.calendar;
  const last = addDays(startDate, weeks * 7 - 1);
  const target = targets.find(({ value }) => value === view.way);
  const options = useMemo(
    (): TransitionOptions =>
      target
        ? {
            target: target.variant,
            startDate: view.decided ?? undefined,
            months: view.months,
            overlapWeeks: view.overlap,
            dipPoints: view.dip,
          }
        : NOWHERE,
    [target, view.decided, view.months, view.overlap, view.dip],
  );
  const answer = useAnswer('transition', options, target !== undefined);
  const { data } = answer;
  return (
    <Panel
      title="Transition over months"
      description="From today’s footprint to another in monthly steps: recruiting, ramp notice and training first, both sides paid for a while, then people let go."
      stale={target !== undefined && answer.stale}
      actions={target?.value === 'sizes' && <KeepSizes plan={plan} variant={target.variant} />}
    >
      <div className={css.controls}>
        <NativeSelect
          label="To"
          size="xs"
          className={css.to}
          data={[{ value: '', label: 'Choose where to' }, ...targets.map(({ value, label }) => ({ value, label }))]}
          value={target?.value ?? ''}
          onChange={({ currentTarget: { value } }) => onChange({ way: value })}
        />
        <TextInput
          label="Decided on"
          type="date"
          size="xs"
          w={150}
          min={startDate}
          max={last}
          value={view.decided ?? startDate}
          onChange={({ currentTarget: { value } }) => {
            if (value === '') onChange({ decided: null });
            else if (value >= startDate && value <= last) onChange({ decided: value });
          }}
        />
        <Whole
          label="Months of starts"
          value={view.months}
          min={1}
          max={36}
          onChange={(months) => onChange({ months })}
        />
        <Whole
          label="Weeks both are paid"
          value={view.overlap}
          min={0}
          max={52}
          onChange={(overlap) => onChange({ overlap })}
        />
        <NumberEntry
          label="Largest dip, points"
          value={view.dip}
          min={0}
          max={100}
          width={130}
          onChange={(dip) => onChange({ dip: dip ?? 3 })}
        />
      </div>
      {target && <RunBar {...answer} what="the way there" />}
      {target && data && (
        <>
          <TransitionResult answer={data} currency={plan.currency} asked={view.months} />
          <TransitionSearch
            key={target.value}
            options={options}
            shown={data}
            currency={plan.currency}
            onPick={onChange}
          />
        </>
      )}
    </Panel>
  );
});

function Whole(props: {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}) {
  const { onChange, ...rest } = props;
  return <NumberEntry {...rest} isWhole width={150} onChange={(value) => onChange(value ?? props.min)} />;
}
