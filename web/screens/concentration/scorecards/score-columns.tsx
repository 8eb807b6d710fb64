import { HOME_DAYS, type ProviderScore, type ScorecardAnswer } from '../../../../engine/answers';
import { formatCount, formatNumber, formatShare, NOTHING } from '../../../format';
import type { Column } from '../../../ui';
import css from '../concentration.module.css';

/** The scorecards as a table on screen. */
export function scoreColumns(): Column<ProviderScore>[] {
  return [
    {
      key: 'name',
      label: 'Provider',
      sortBy: ({ name }) => name,
      render: ({ name, kind }) => (
        <>
          {name}
          {kind === 'holding' && <span className={css.sub}>with all that it owns</span>}
        </>
      ),
    },
    {
      key: 'probability',
      label: 'Default in a year',
      hint: 'With its 90 % interval, which what isn’t known widens',
      numeric: true,
      sortBy: ({ probability }) => probability,
      render: ({ probability, low, high }) => (
        <>
          {formatShare(probability)}
          <span className={css.sub}>
            {formatShare(low)} to {formatShare(high)}
          </span>
        </>
      ),
    },
    {
      key: 'rating',
      label: 'As often as',
      hint: 'Rating whose firms default as often',
      render: ({ rating }) => rating,
    },
    {
      key: 'share',
      label: 'Share of hours',
      numeric: true,
      sortBy: ({ hoursShare }) => hoursShare,
      render: ({ hoursShare }) => formatShare(hoursShare),
    },
    {
      key: 'countries',
      label: 'Countries',
      hint: 'How many, and how many equal ones its hours count as',
      numeric: true,
      sortBy: ({ effectiveCountries }) => effectiveCountries,
      render: ({ countries, effectiveCountries }) => (
        <>
          {formatCount(countries)}
          <span className={css.sub}>counts as {formatNumber(effectiveCountries, 1)}</span>
        </>
      ),
    },
    {
      key: 'metros',
      label: 'Metros',
      hint: 'How many, and how many equal ones its hours count as',
      numeric: true,
      sortBy: ({ effectiveMetros }) => effectiveMetros,
      render: ({ metros, effectiveMetros }) => (
        <>
          {formatCount(metros)}
          <span className={css.sub}>counts as {formatNumber(effectiveMetros, 1)}</span>
        </>
      ),
    },
    {
      key: 'home',
      label: 'Work at home',
      hint: `Share of its hours that goes on ${HOME_DAYS} days after its buildings closed, unprepared; A from four fifths, B from three, C from two, D from one. Below: worked at home by design`,
      numeric: true,
      sortBy: ({ home }) => home?.emergency ?? null,
      render: ({ home, atHomeShare }) => (
        <>
          {home ? `${home.grade} · ${formatShare(home.emergency)}` : NOTHING}
          <span className={css.sub}>{formatShare(atHomeShare)} by design</span>
        </>
      ),
    },
    {
      key: 'spare',
      label: 'Spare',
      hint: 'Productive hours a week that could still go to contacts, and free seats in the busiest interval',
      numeric: true,
      sortBy: ({ attributes }) => attributes.spareHoursPerWeek,
      render: ({ attributes: { spareHoursPerWeek, spareSeats } }) => (
        <>
          {formatCount(spareHoursPerWeek)} h
          {spareSeats !== null && <span className={css.sub}>{formatCount(spareSeats)} seats</span>}
        </>
      ),
    },
    {
      key: 'expected',
      label: 'Hours lost, expected',
      hint: 'Productive hours within a year: chance × weeks of work lost',
      numeric: true,
      sortBy: ({ expectedHoursLost }) => expectedHoursLost,
      render: ({ expectedHoursLost }) => formatCount(expectedHoursLost),
    },
    {
      key: 'worst',
      label: 'At worst',
      hint: 'Productive hours lost in the worst way that a default goes on',
      numeric: true,
      sortBy: ({ worstHoursLost }) => worstHoursLost,
      render: ({ worstHoursLost }) => formatCount(worstHoursLost),
    },
  ];
}

/** The scorecards in full, for a file. */
export function scoreCells({ providers }: ScorecardAnswer) {
  return [
    [
      ...['provider', 'default_probability', 'low90', 'high90', 'rating', 'facts', 'unknown', 'hours_per_week'],
      ...['hours_share', 'countries', 'effective_countries', 'at_home_share', 'home_eligible_share'],
      ...['transfer_weeks', 'expected_hours_lost', 'worst_hours_lost', 'metros', 'effective_metros'],
      ...['home_share_unprepared', 'home_share_prepared', 'home_grade', 'spare_hours_per_week', 'spare_seats'],
      ...['engagement', 'self_service', 'analytics', 'automation'],
    ],
    ...providers.map((each) => [
      ...[each.name, each.probability, each.low, each.high, each.rating],
      ...[each.facts.map(({ fact }) => fact).join('; '), each.unknown.join('; '), each.hoursPerWeek, each.hoursShare],
      ...[each.countries, each.effectiveCountries, each.atHomeShare, each.homeEligibleShare],
      ...[each.transferWeeks, each.expectedHoursLost, each.worstHoursLost, each.metros, each.effectiveMetros],
      ...[each.home?.emergency ?? null, each.home?.engineered ?? null, each.home?.grade ?? null],
      ...[each.attributes.spareHoursPerWeek, each.attributes.spareSeats],
      ...[each.capabilities?.engagement ?? null, each.capabilities?.selfService ?? null],
      ...[each.capabilities?.analytics ?? null, each.capabilities?.automation ?? null],
    ]),
  ];
}
