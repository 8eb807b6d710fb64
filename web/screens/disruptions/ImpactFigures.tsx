import { memo } from 'react';
import type { ContactsAnswer, StressCase } from '../../../engine/answers';
import {
  formatCount,
  formatDate,
  formatDays,
  formatMoney,
  formatPoints,
  formatShare,
  gradeLabel,
  signed,
} from '../../format';
import { Figure, Figures } from '../../ui';
import { estimateWords } from './contacts';
import css from './disruptions.module.css';

interface Props {
  readonly found: Omit<StressCase, 'run'>;
  readonly currency: string;
  readonly stale: boolean;
  /** The same days contact by contact, where they were simulated. */
  readonly refined: ContactsAnswer | null;
}

/** Why the bill falls: contracts bill hours worked, one's own people are paid through a disruption. */
const CHEAPER = 'Cost falls because outsourcers don’t bill hours that nobody works; what customers lose isn’t in it.';

/** The picked disruption in one sentence and six numbers. */
export const ImpactFigures = memo(function ImpactFigures({ found, currency, stale, refined }: Props) {
  const { impact } = found;
  return (
    <section aria-label={found.name} className={css.impact} data-stale={stale || undefined}>
      <h2 className={css.name}>{found.name}</h2>
      {found.description && <p className={css.description}>{found.description}</p>}
      {found.source && (
        <p className={css.source}>
          Source: {found.source}
          {found.grade ? ` (${gradeLabel(found.grade)})` : ''}
        </p>
      )}
      <Figures>
        <Figure
          label="Worst day"
          value={formatShare(impact.worstServiceLevel)}
          detail={`served within target${impact.worstDay ? ` on ${formatDate(impact.worstDay)}` : ''}, ${formatPoints(-impact.worstDropPoints)} against the plan${refined ? worstDayRefined(refined, impact.worstDay) : ''}`}
        />
        <Figure
          label="Days to recover"
          value={impact.daysToRecover === null ? 'not back' : formatDays(impact.daysToRecover)}
          detail={
            impact.recoveredOn
              ? `within two points of the plan from ${formatDate(impact.recoveredOn)}`
              : 'not within two points of the plan before the horizon ends'
          }
        />
        <Figure
          label="Contacts lost for good"
          value={formatCount(impact.contactsLost)}
          detail={`${formatCount(impact.contactsAbandoned)} abandoned, beyond the plan’s own`}
        />
        <Figure
          label="Backlog at its peak"
          value={formatCount(impact.backlogPeak)}
          detail="deferrable contacts waiting, beyond the plan’s own"
        />
        <Figure
          label="Cost"
          value={signed(impact.cost, (value) => formatMoney(value, currency))}
          detail={`against the plan; ${formatCount(impact.productiveHoursLost)} productive hours lost`}
        />
        <Figure
          label="Customers at risk"
          value={formatCount(impact.customersAtRisk)}
          detail={`likely to leave over abandoned contacts, worth ${formatMoney(impact.valueAtRisk, currency)}`}
        />
      </Figures>
      {impact.cost < -500 && <p className={css.worst}>{CHEAPER}</p>}
      {found.worst && <p className={css.worst}>{found.worst.sentence}</p>}
    </section>
  );
});

/** That day's service contact by contact, where it was among the days simulated. */
function worstDayRefined({ days, daily, replications }: ContactsAnswer, worstDay: string | null): string {
  const at = worstDay === null ? -1 : days.indexOf(worstDay);
  const mean = daily.mean[at];
  if (mean === undefined || Number.isNaN(mean)) return '';
  const estimate = { mean, lo95: daily.lo95[at]!, hi95: daily.hi95[at]! };
  return `; contact by contact ${estimateWords(estimate, replications, 'share')}`;
}
