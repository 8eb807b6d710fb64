import { memo, useMemo, useState } from 'react';
import type { MixFrontier } from '../../../../engine/answers';
import { ChartFrame, Segments } from '../../../charts';
import { formatCount, formatMoney } from '../../../format';
import { FrontierPlot } from './FrontierPlot';
import { type FrontierBasis, frontierDots } from './frontier-layout';

interface Props {
  readonly study: MixFrontier;
  readonly currency: string;
  readonly picked: string | null;
  readonly onPick: (id: string) => void;
}

const BASES = [
  { value: 'search', label: 'To the search' },
  { value: 'flow', label: 'To flow, fresh luck' },
] as const;

/** What resilience costs: mixes by cost and by what they lose in the worst years, today's beside them. */
export const FrontierChart = memo(function FrontierChart({ study, currency, picked, onPick }: Props) {
  const [basis, setBasis] = useState<FrontierBasis>('search');
  const dots = useMemo(() => frontierDots(study, basis), [study, basis]);
  const title = 'Cost against the worst years';
  return (
    <ChartFrame
      title={title}
      description="The line: mixes that nothing beats in both. The diamond: today. Hollow: concentration held tighter. Pick one to see it below."
      actions={<Segments label="Whose figures" choices={BASES} value={basis} onChange={setBasis} />}
      table={() => ({
        columns: [
          { label: 'Mix' },
          { label: 'Contacts lost to hazards, worst twentieth of years', format: formatCount },
          { label: 'Cost of the year', unit: currency, format: (value) => formatMoney(value, currency) },
        ],
        rows: dots.map(({ name, risk, cost }) => [name, risk, cost]),
      })}
      height={400}
    >
      {(size) => (
        <FrontierPlot dots={dots} size={size} title={title} currency={currency} picked={picked} onPick={onPick} />
      )}
    </ChartFrame>
  );
});
