import { useMemo } from 'react';
import type { Explanation, MoneyAnswer, ValueAnswer } from '../../../engine/answers';
import { formatCount, formatShare } from '../../format';
import { ExplainedFigures } from '../../ui';
import { amount, bandWords, price, type Reading } from './money-words';

interface Props {
  readonly money: MoneyAnswer;
  readonly value: ValueAnswer | null;
  readonly reading: Reading;
  readonly stale: boolean;
}

/** Cost beside value in a row of figures; each shows how it came about. */
export function MoneyFigures({ money, value, reading, stale }: Props) {
  const figures = useMemo(() => {
    const { figures: cost } = money;
    const tree = (label: string): Explanation | null =>
      [...money.explanations, ...(value?.explanations ?? [])].find((one) => one.label === label) ?? null;
    const costs = [
      {
        name: 'cost',
        label: 'Loaded cost of the plan',
        text: amount(cost.cost, reading),
        detail: `${amount(cost.perYear, reading)} a year, ${money.weeks.length} weeks`,
        explanation: tree('Loaded cost'),
      },
      {
        name: 'contact',
        label: 'Cost per contact',
        text: price(cost.perContact, reading),
        detail: 'over contacts answered',
        explanation: tree('Cost per contact'),
      },
      {
        name: 'resolution',
        label: 'Cost per resolution',
        text: price(cost.perResolution, reading),
        detail:
          cost.perResolution === null
            ? 'some stream doesn’t say how often a contact settles it'
            : 'over matters settled',
        explanation: tree('Cost per resolution'),
      },
      {
        name: 'hour',
        label: 'Cost per productive hour',
        text: price(cost.perProductiveHour, reading),
        detail: 'over hours on contacts or ready for one',
        explanation: tree('Cost per productive hour'),
      },
    ];
    if (!value) return costs;
    const write = (one: number) => amount(one, reading);
    return [
      ...costs,
      {
        name: 'value',
        label: 'Value of contacts',
        text: write(value.value.likely),
        detail: bandWords(value.value, write),
        explanation: tree('Value of contacts'),
      },
      {
        name: 'left',
        label: 'Value less cost',
        text: write(value.surplus.likely),
        detail: bandWords(value.surplus, write),
        explanation: tree('Value less cost'),
      },
      {
        name: 'leavers',
        label: 'Customers who leave',
        text: formatCount(value.leavers.likely),
        detail: bandWords(value.leavers, formatCount),
        explanation: tree('Customers who leave'),
      },
      {
        name: 'level',
        label: 'Service level by value',
        text: formatShare(value.level.weighted.likely),
        detail: `counted alike: ${formatShare(value.level.plain)}`,
        explanation: tree('Service level by value'),
      },
    ];
  }, [money, value, reading]);
  return <ExplainedFigures figures={figures} stale={stale} />;
}
