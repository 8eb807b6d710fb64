import type { ConcentrationAnswer, PairSweepAnswer, ScorecardAnswer, SweepAnswer } from '../../engine/answers';
import type { Cell } from './csv';
import { IMPACT_COLUMNS, impactCells } from './impact-columns';

export const SHARE_COLUMNS = [
  ...['dimension', 'member', 'label', 'share', 'productive_hours', 'herfindahl', 'effective_number'],
  ...['contact_share', 'contacts', 'effective_number_by_contacts'],
  ...['value_share', 'value_at_stake', 'effective_number_by_value'],
];

export function* shareRows({ dimensions }: ConcentrationAnswer): Iterable<Cell[]> {
  for (const { dimension, members, herfindahl, effectiveNumber, spread } of dimensions) {
    for (const each of members) {
      yield [
        ...[dimension, each.member, each.label, each.share, each.productiveHours, herfindahl, effectiveNumber],
        ...[each.contactShare, each.contacts, spread.contacts?.effectiveNumber ?? null],
        ...[each.valueShare, each.valueAtStake, spread.value?.effectiveNumber ?? null],
      ];
    }
  }
}

export const SWEEP_COLUMNS = [
  'dimension',
  'member',
  'label',
  'days',
  'hours_share',
  'exposure',
  'recovers_too_late',
  'within_dimension',
  'within_member',
  ...IMPACT_COLUMNS,
];

export function* sweepRows({ rows }: SweepAnswer): Iterable<Cell[]> {
  for (const { impact, within, ...row } of rows) {
    yield [
      ...[row.dimension, row.member, row.label, row.days, row.hoursShare, row.exposure, row.recoversTooLate ? 1 : 0],
      ...[within?.dimension ?? null, within?.member ?? null, ...impactCells(impact)],
    ];
  }
}

export const PAIR_COLUMNS = [
  ...['dimension_1', 'member_1', 'label_1', 'dimension_2', 'member_2', 'label_2', 'lost_beyond_sum'],
  ...IMPACT_COLUMNS,
];

export function* pairRows({ nodes, pairs }: PairSweepAnswer): Iterable<Cell[]> {
  for (const { nodes: both, lostBeyondSum, impact } of pairs) {
    const names = both.flatMap((at) => {
      const { dimension, member, label } = nodes[at]!;
      return [dimension, member, label];
    });
    yield [...names, lostBeyondSum, ...impactCells(impact)];
  }
}

export const SCORE_COLUMNS = [
  ...[
    'provider',
    'name',
    'kind',
    'parent',
    'default_probability',
    'low90',
    'high90',
    'rating',
    'facts',
    'unknown_facts',
  ],
  ...['hours_per_week', 'hours_share', 'countries', 'effective_countries', 'at_home_share', 'home_eligible_share'],
  ...['transfer_weeks', 'expected_hours_lost', 'worst_hours_lost', 'metros', 'effective_metros'],
  ...['home_share_unprepared', 'home_share_prepared', 'home_grade', 'handle_time_multiplier'],
  ...[
    'resolution_multiplier',
    'seats',
    'spare_seats',
    'spare_hours_per_week',
    'ramp_heads_per_week',
    'ramp_after_weeks',
  ],
  ...['engagement', 'self_service', 'analytics', 'automation'],
];

export function* scoreRows({ providers }: ScorecardAnswer): Iterable<Cell[]> {
  for (const each of providers) {
    const read = each.facts.filter(({ says }) => says !== null).length;
    yield [
      ...[each.id, each.name, each.kind, each.parent, each.probability, each.low, each.high, each.rating, read],
      ...[each.unknown.length, each.hoursPerWeek, each.hoursShare, each.countries, each.effectiveCountries],
      ...[each.atHomeShare, each.homeEligibleShare, each.transferWeeks, each.expectedHoursLost, each.worstHoursLost],
      ...[each.metros, each.effectiveMetros],
      ...[each.home?.emergency ?? null, each.home?.engineered ?? null, each.home?.grade ?? null],
      ...[each.attributes.handleTimeMultiplier, each.attributes.resolutionMultiplier, each.attributes.seats],
      ...[each.attributes.spareSeats, each.attributes.spareHoursPerWeek, each.attributes.rampHeadsPerWeek],
      each.attributes.rampAfterWeeks,
      ...[each.capabilities?.engagement ?? null, each.capabilities?.selfService ?? null],
      ...[each.capabilities?.analytics ?? null, each.capabilities?.automation ?? null],
    ];
  }
}
