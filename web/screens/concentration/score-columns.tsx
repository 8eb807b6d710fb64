import type { ProviderScore, ScorecardAnswer } from '../../../engine/answers';
import { formatCount, formatNumber, formatShare } from '../../format';
import type { Column } from '../../ui';
import css from './concentration.module.css';

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
      key: 'home',
      label: 'At home',
      hint: 'Share of its hours worked at home by design; and who of its people on site could go home',
      numeric: true,
      sortBy: ({ atHomeShare }) => atHomeShare,
      render: ({ atHomeShare, homeEligibleShare }) => (
        <>
          {formatShare(atHomeShare)}
          {homeEligibleShare !== null && <span className={css.sub}>{formatShare(homeEligibleShare)} could go</span>}
        </>
      ),
    },
    {
      key: 'capabilities',
      label: 'Capabilities',
      hint: 'Engagement, self-service, analytics, automation; 0 to 1, as entered with their source',
      render: ({ capabilities }) =>
        capabilities
          ? [capabilities.engagement, capabilities.selfService, capabilities.analytics, capabilities.automation]
              .map((value) => formatNumber(value, 1))
              .join(' · ')
          : 'not entered',
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
      ...['transfer_weeks', 'expected_hours_lost', 'worst_hours_lost'],
    ],
    ...providers.map((each) => [
      ...[each.name, each.probability, each.low, each.high, each.rating],
      ...[each.facts.map(({ fact }) => fact).join('; '), each.unknown.join('; '), each.hoursPerWeek, each.hoursShare],
      ...[each.countries, each.effectiveCountries, each.atHomeShare, each.homeEligibleShare],
      ...[each.transferWeeks, each.expectedHoursLost, each.worstHoursLost],
    ]),
  ];
}
