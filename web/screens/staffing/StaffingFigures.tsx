import type { StaffAnswer } from '../../../engine/answers';
import { formatCount, formatFte, signed } from '../../format';
import { Figure, Figures } from '../../ui';

interface Props {
  readonly weeks: StaffAnswer['weeks'];
  /** Position of the week shown; null for the whole horizon. */
  readonly index: number | null;
  readonly stale: boolean;
}

/** What the requirement comes to in hours, paid FTE and heads: of a week, or over the horizon. */
export function StaffingFigures({ weeks, index, stale }: Props) {
  const chosen = index === null ? weeks : weeks.slice(index, index + 1);
  if (chosen.length === 0) return null;
  const add = (figure: 'requiredAgentHours' | 'requiredPaidFte' | 'availablePaidFte') =>
    chosen.reduce((sum, week) => sum + week[figure], 0);
  const required = add('requiredPaidFte') / chosen.length;
  const available = add('availablePaidFte') / chosen.length;
  const peak = chosen.reduce((most, week) => (week.heads > most.heads ? week : most));
  const whole = index === null;
  return (
    <Figures>
      <Figure
        label="Required agent hours"
        value={formatCount(add('requiredAgentHours'))}
        detail={`All streams, ${whole ? 'whole horizon' : 'this week'}, ready for contacts`}
        stale={stale}
      />
      <Figure
        label={whole ? 'Required paid FTE, mean' : 'Required paid FTE'}
        value={formatFte(required)}
        detail="Agent hours divided by what shrinkage leaves of paid time"
        stale={stale}
      />
      <Figure
        label={whole ? 'Available paid FTE, mean' : 'Available paid FTE'}
        value={formatFte(available)}
        detail={`${signed(available - required, formatFte)} against the requirement`}
        stale={stale}
      />
      <Figure
        label={whole ? 'Heads needed, peak' : 'Heads needed'}
        value={formatCount(peak.heads)}
        detail={
          whole ? `In ${peak.label}; rounded up once, after adding up` : 'Rounded up once, after adding everything up'
        }
        stale={stale}
      />
    </Figures>
  );
}
