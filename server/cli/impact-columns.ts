import type { Impact } from '../../engine/answers';
import type { Cell } from './csv';

/** The columns of an impact in tables, in the order of `impactCells`. */
export const IMPACT_COLUMNS = [
  'worst_service_level',
  'worst_day',
  'worst_drop_points',
  'days_to_recover',
  'days_to_survive',
  'recovered_on',
  'days_below',
  'contacts_lost',
  'contacts_abandoned',
  'backlog_peak',
  'productive_hours_lost',
  'cost',
  'customers_at_risk',
  'value_at_risk',
] as const;

export function impactCells(impact: Impact): Cell[] {
  return [
    impact.worstServiceLevel,
    impact.worstDay,
    impact.worstDropPoints,
    impact.daysToRecover,
    impact.daysToSurvive,
    impact.recoveredOn,
    impact.daysBelow,
    impact.contactsLost,
    impact.contactsAbandoned,
    impact.backlogPeak,
    impact.productiveHoursLost,
    impact.cost,
    impact.customersAtRisk,
    impact.valueAtRisk,
  ];
}
