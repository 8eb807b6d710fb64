import { Button, Checkbox } from '@mantine/core';
import { memo } from 'react';
import type { DemandAnswer } from '../../../../engine/answers';
import type { DemandOverride, Plan } from '../../../../engine/plan';
import { formatCount, formatDate, signed } from '../../../format';
import { DataTable, Panel } from '../../../ui';
import { OverrideForm } from './OverrideForm';
import { changeWords, isOfTime, rangeWords, resetOverride, switchStep } from './override-actions';
import css from './planned.module.css';
import { scopeWords, selectionOf } from './selection';

interface Props {
  readonly plan: Plan;
  readonly answer: DemandAnswer;
  readonly stale: boolean;
  readonly stream: string;
}

/** People's overrides: the form for a new one, and every one with its base, its author and its way back. */
export const OverridePanel = memo(function OverridePanel({ plan, answer, stale, stream }: Props) {
  const overrides = plan.overrides ?? [];
  const steps = new Map(answer.steps.filter(({ stage }) => stage === 'overrides').map((step) => [step.id, step]));
  const figure = (one: DemandOverride, name: string) =>
    steps.get(one.id)?.figures.find((entry) => entry.name === name)?.value ?? null;
  return (
    <Panel
      title="Overrides"
      description="What people know and the model doesn’t. An override stays when a forecast is made anew: per cents follow it, values hold. Later ones have the last word."
      stale={stale}
    >
      <OverrideForm key={stream} plan={plan} answer={answer} selection={selectionOf(plan, stream)} />
      {overrides.length > 0 && (
        <DataTable
          label="Overrides"
          rows={overrides}
          keyOf={(one) => one.id}
          maxHeight={360}
          columns={[
            {
              key: 'range',
              label: 'Days',
              sortBy: (one) => one.from,
              render: (one) => (
                <span title={`${formatDate(one.from)} to ${formatDate(one.until)}`}>{rangeWords(one)}</span>
              ),
            },
            { key: 'scope', label: 'Of', render: (one) => scopeWords(plan, one.scope) },
            { key: 'change', label: 'Change', numeric: true, render: changeWords },
            {
              key: 'base',
              label: 'Base',
              hint: 'Contacts of these days before this override, as the model has them now; of a handle time the mean, in seconds',
              numeric: true,
              render: (one) => (
                <>
                  {inUnit(one, figure(one, 'before it'))}
                  {moved(one, figure(one, 'before it'))}
                </>
              ),
            },
            {
              key: 'with',
              label: 'With it',
              numeric: true,
              render: (one) => <b className={css.tinted}>{inUnit(one, figure(one, 'with it'))}</b>,
            },
            {
              key: 'why',
              label: 'Who and why',
              render: (one) => (
                <span className={css.why}>
                  {one.author}: {one.reason}
                </span>
              ),
            },
            {
              key: 'on',
              label: 'On',
              render: (one) => (
                <Checkbox
                  size="xs"
                  aria-label={`On: ${rangeWords(one)}, ${one.reason}`}
                  checked={one.on}
                  onChange={(event) =>
                    switchStep('overrides', { id: one.id, name: rangeWords(one) }, event.currentTarget.checked)
                  }
                />
              ),
            },
            {
              key: 'reset',
              label: 'Reset',
              render: (one) => (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={`Reset ${rangeWords(one)}: ${one.reason}`}
                  onClick={() => resetOverride(one)}
                >
                  Reset
                </Button>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
});

const inUnit = (one: DemandOverride, value: number | null) =>
  `${formatCount(value)}${isOfTime(one) && value !== null ? ' s' : ''}`;

/** By how much the base has moved since the override was made, where that is more than a rounding. */
function moved({ contactsThen }: DemandOverride, now: number | null) {
  if (contactsThen === undefined || now === null || Math.abs(now - contactsThen) < 0.5) return null;
  return <span className={css.moved}> {signed(now - contactsThen, formatCount)} since</span>;
}
