import type { ContractTerms } from '../../../../engine/answers';
import { formatCount, formatMoney, formatNumber, formatPrice, formatShare, gradeLabel, NOTHING } from '../../../format';
import type { Column } from '../../../ui';
import css from '../concentration.module.css';

const weeks = (count: number) => `${formatNumber(count, 0)} weeks`;

/** Terms of contracts as a table on screen, each with its unit. */
export function termColumns(currency: string): Column<ContractTerms>[] {
  const volume = (units: number | null, money: number | null) =>
    units === null ? (
      'none'
    ) : (
      <>
        {formatCount(units)} a month
        <span className={css.sub}>{formatMoney(money, currency)}</span>
      </>
    );
  return [
    { key: 'name', label: 'Provider', sortBy: ({ name }) => name, render: ({ name }) => name },
    {
      key: 'price',
      label: 'Price',
      numeric: true,
      sortBy: ({ price }) => price,
      render: ({ price, unit }) => (
        <>
          {formatPrice(price, currency)}
          <span className={css.sub}>a {unit}</span>
        </>
      ),
    },
    {
      key: 'minimum',
      label: 'Minimum',
      hint: 'Billed units a month below which the bill doesn’t fall, and what they cost',
      numeric: true,
      sortBy: ({ minimumPerMonth }) => minimumPerMonth,
      render: ({ minimumPerMonth, minimumBill }) => volume(minimumPerMonth, minimumBill),
    },
    {
      key: 'maximum',
      label: 'Maximum',
      hint: 'Billed units a month beyond which the surge premium is paid',
      numeric: true,
      sortBy: ({ maximumPerMonth }) => maximumPerMonth,
      render: ({ maximumPerMonth, maximumBill }) => volume(maximumPerMonth, maximumBill),
    },
    {
      key: 'surge',
      label: 'Surge premium',
      hint: 'On the price of what is beyond the maximum',
      numeric: true,
      sortBy: ({ surgePremium }) => surgePremium,
      render: ({ surgePremium, maximumPerMonth }) => (
        <>
          {formatShare(surgePremium)}
          {maximumPerMonth === null && <span className={css.sub}>never paid: no maximum</span>}
        </>
      ),
    },
    {
      key: 'penalty',
      label: 'Penalty',
      hint: 'Part of the month’s bill given back for each point of service below target',
      numeric: true,
      sortBy: ({ penaltySharePerPoint }) => penaltySharePerPoint,
      render: ({ penaltySharePerPoint }) =>
        penaltySharePerPoint > 0 ? `${formatNumber(penaltySharePerPoint * 100, 2)}% a point` : 'none',
    },
    {
      key: 'indexation',
      label: 'Indexation',
      numeric: true,
      sortBy: ({ indexationPerYear }) => indexationPerYear,
      render: ({ indexationPerYear }) =>
        indexationPerYear === 0 ? 'none' : `${formatShare(indexationPerYear)} a year`,
    },
    {
      key: 'ramp',
      label: 'Ramp notice',
      hint: 'From the order to more people',
      numeric: true,
      sortBy: ({ rampNoticeWeeks }) => rampNoticeWeeks,
      render: ({ rampNoticeWeeks }) => weeks(rampNoticeWeeks),
    },
    {
      key: 'exit',
      label: 'Exit notice',
      hint: 'And what the minimum comes to until the exit',
      numeric: true,
      sortBy: ({ exitNoticeWeeks }) => exitNoticeWeeks,
      render: ({ exitNoticeWeeks, exitBill }) => (
        <>
          {weeks(exitNoticeWeeks)}
          {exitBill !== null && <span className={css.sub}>{formatMoney(exitBill, currency)} at least</span>}
        </>
      ),
    },
    {
      key: 'grade',
      label: 'Known from',
      sortBy: ({ grade }) => grade,
      render: ({ grade, source }) => <span title={source ?? undefined}>{grade ? gradeLabel(grade) : NOTHING}</span>,
    },
  ];
}
