import { useMemo } from 'react';
import type { Bought, Impact } from '../../../../engine/answers';
import { formatCount, formatMoney, formatPoints, formatShare, signed } from '../../../format';
import { type Column, DataTable } from '../../../ui';
import { rateWords } from './playbook-words';

/** A way to answer a disruption; nothing done has bought nothing. */
export interface PlaybookRow {
  readonly id: string;
  readonly name: string;
  readonly impact: Impact;
  readonly bought: Bought | null;
}

interface Props {
  readonly rows: readonly PlaybookRow[];
  readonly currency: string;
  readonly picked: string;
  readonly onPick: (id: string) => void;
}

/** Playbooks beside doing nothing, under the same luck. */
export function PlaybookTable({ rows, currency, picked, onPick }: Props) {
  const columns = useMemo((): Column<PlaybookRow>[] => {
    const money = (value: number | null) => (value === null ? '' : formatMoney(value, currency));
    return [
      { key: 'name', label: 'What is done', render: ({ name }) => name },
      column('worst', 'Worst day', 'Lowest daily share served within target', (row) =>
        formatShare(row.impact.worstServiceLevel),
      ),
      column('points', 'Points gained', 'On the worst day, against doing nothing', ({ bought }) =>
        bought ? formatPoints(bought.worstDayPoints) : '',
      ),
      column('days', 'Days to recover', 'Until service stays within two points of the plan', ({ impact }) =>
        impact.daysToRecover === null ? 'not back' : formatCount(impact.daysToRecover),
      ),
      column('lost', 'Lost for good', 'Contacts lost for good, beyond the plan’s own', ({ impact }) =>
        formatCount(impact.contactsLost),
      ),
      column('saved', 'Contacts saved', 'Contacts not lost, against doing nothing', ({ bought }) =>
        bought ? formatCount(bought.contactsSaved) : '',
      ),
      column('cost', 'Costs', 'Hours, training and equipment that its actions buy', ({ bought }) =>
        bought ? money(bought.cost) : '',
      ),
      column('rate', `Saved per ${formatMoney(1000, currency)}`, 'Contacts saved for its cost', ({ bought }) =>
        rateWords(bought),
      ),
      column('bill', 'Whole bill', 'Cost of the plan against doing nothing', ({ bought }) =>
        bought ? signed(bought.billChange, (value) => formatMoney(value, currency)) : '',
      ),
    ];
  }, [currency]);
  return (
    <DataTable label="Playbooks" columns={columns} rows={rows} keyOf={({ id }) => id} picked={picked} onPick={onPick} />
  );
}

function column(key: string, label: string, hint: string, render: (row: PlaybookRow) => string): Column<PlaybookRow> {
  return { key, label, hint, numeric: true, render };
}
