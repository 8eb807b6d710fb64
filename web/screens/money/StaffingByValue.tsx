import { memo } from 'react';
import type { StreamStaffing } from '../../../engine/answers';
import { formatCount, formatShare } from '../../format';
import { type Column, DataTable, Figure, Figures, Panel, RunBar, Source } from '../../ui';
import { useAnswer } from '../../work';
import css from './money.module.css';
import { amount, price, type Reading } from './money-words';

/** Staffing that loses least beside the staffing that keeps the promises at least cost. */
export const StaffingByValue = memo(function StaffingByValue({ reading }: { readonly reading: Reading }) {
  const { data, stale, ...run } = useAnswer('valueStaffing', {});
  return (
    <Panel
      title="Staffing by value"
      description="One agent more as long as the contacts saved are worth more than the hour. It may ask for more people than the promise, or fewer. Streams in real time, each by itself, at full speed."
      stale={stale}
    >
      <RunBar {...run} what="staffing by value" />
      {data && (
        <>
          <p className={css.sentence}>{data.sentence}</p>
          {data.streams.length > 0 && (
            <>
              <Figures>
                <Figure
                  label="Keeping the promise"
                  value={amount(data.cheapest.loss, reading)}
                  detail={`${amount(data.cheapest.cost, reading)} of hours, ${amount(data.cheapest.valueLost, reading)} lost with ${formatShare(data.cheapest.abandonment)} who give up`}
                  stale={stale}
                />
                <Figure
                  label="Losing least"
                  value={amount(data.best.loss, reading)}
                  detail={`${amount(data.best.cost, reading)} of hours, ${amount(data.best.valueLost, reading)} lost with ${formatShare(data.best.abandonment)} who give up`}
                  stale={stale}
                />
                <Figure
                  label="Worth over the plan"
                  value={amount(data.gain, reading)}
                  detail="What the promise costs beyond the least, or misses"
                  stale={stale}
                />
              </Figures>
              <DataTable
                label="Staffing by value, by stream"
                rows={data.streams}
                keyOf={({ id }) => id}
                sorted="gain"
                maxHeight={460}
                columns={columns(reading)}
              />
            </>
          )}
          {data.skipped.length > 0 && <p className={css.note}>Left out: {leftOut(data.skipped)}.</p>}
          <Source provenance={data.provenance} />
        </>
      )}
    </Panel>
  );
});

/** Streams left out, those of one reason together. */
function leftOut(skipped: readonly { readonly name: string; readonly why: string }[]): string {
  const reasons = [...new Set(skipped.map(({ why }) => why))];
  return reasons
    .map(
      (why) =>
        `${skipped
          .filter((one) => one.why === why)
          .map(({ name }) => name)
          .join(', ')}: ${why}`,
    )
    .join('; ');
}

const ADVICE = { raise: 'more people', lower: 'fewer people', keep: 'as promised' } as const;

function columns(reading: Reading): Column<StreamStaffing>[] {
  const hours = (value: number) => formatCount(value);
  return [
    { key: 'name', label: 'Stream', sortBy: ({ name }) => name, render: ({ name }) => name },
    { key: 'advice', label: 'Value asks for', sortBy: ({ advice }) => advice, render: ({ advice }) => ADVICE[advice] },
    {
      key: 'gain',
      label: 'Worth',
      numeric: true,
      sortBy: ({ gain }) => gain,
      render: ({ gain }) => amount(gain, reading),
    },
    {
      key: 'cheapest',
      label: 'Hours for the promise',
      numeric: true,
      sortBy: ({ cheapest }) => cheapest.agentHours,
      render: ({ cheapest }) => hours(cheapest.agentHours),
    },
    {
      key: 'best',
      label: 'Hours by value',
      numeric: true,
      sortBy: ({ best }) => best.agentHours,
      render: ({ best }) => hours(best.agentHours),
    },
    {
      key: 'spread',
      label: 'By value, nine of ten',
      numeric: true,
      render: ({ bestLow, bestHigh }) => (bestLow < bestHigh ? `${hours(bestLow)} to ${hours(bestHigh)}` : '–'),
    },
    {
      key: 'up',
      label: 'Give up, promise → value',
      numeric: true,
      render: ({ cheapest, best }) => `${formatShare(cheapest.abandonment)} → ${formatShare(best.abandonment)}`,
    },
    {
      key: 'hour',
      label: 'Agent hour',
      hint: 'Loaded cost of an hour on duty in this plan',
      numeric: true,
      sortBy: ({ agentHour }) => agentHour,
      render: ({ agentHour }) => price(agentHour, reading),
    },
    {
      key: 'lost',
      label: 'A contact given up',
      hint: 'What it costs when a customer gives up: contribution, customers lost, patience used up',
      numeric: true,
      sortBy: ({ perAbandoned }) => perAbandoned.likely,
      render: ({ perAbandoned }) => price(perAbandoned.likely, reading),
    },
    {
      key: 'more',
      label: 'One more costs',
      hint: 'At the promise: agent hours for one more contact that doesn’t give up',
      numeric: true,
      sortBy: ({ costOfOneMore }) => costOfOneMore,
      render: ({ costOfOneMore }) => price(costOfOneMore, reading),
    },
    {
      key: 'net',
      label: 'One more brings net',
      numeric: true,
      sortBy: ({ netOfOneMore }) => netOfOneMore,
      render: ({ netOfOneMore }) => price(netOfOneMore, reading),
    },
  ];
}
