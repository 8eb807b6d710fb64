import type { Plan, Provider } from '../../../engine/plan';
import {
  choiceColumn,
  type GridColumn,
  moneyColumn,
  numberColumn,
  shareColumn,
  shownColumn,
  textColumn,
} from '../../grid';
import type { Editable } from '../../state';

type Row = Editable<Provider>;

const KINDS = [
  { value: 'in-house', label: 'In-house' },
  { value: 'outsourcer', label: 'Outsourcer' },
  { value: 'holding', label: 'Holding' },
];
const BASES = [
  { value: 'hour', label: 'productive hour' },
  { value: 'minute', label: 'handling minute' },
  { value: 'contact', label: 'contact' },
  { value: 'fte-month', label: 'FTE and month' },
];

/** What of a provider and its contract is edited in the table. */
export function providerColumns(plan: Plan): GridColumn<Row>[] {
  const parents = [{ value: '', label: 'none' }, ...plan.providers.map(({ id, name }) => ({ value: id, label: name }))];
  const hasNone = (row: Row) => row.contract === undefined;
  const basis = (row: Row) => BASES.find(({ value }) => value === row.contract?.basis)?.label ?? '';
  return [
    textColumn<Row>({
      key: 'name',
      label: 'Provider',
      path: 'name',
      width: 190,
      get: (row) => row.name,
      set: (row, value) => {
        row.name = value;
      },
    }),
    choiceColumn<Row>({
      key: 'kind',
      label: 'Kind',
      path: 'kind',
      width: 110,
      choices: KINDS,
      get: (row) => row.kind,
      set: (row, value) => {
        row.kind = value;
      },
    }),
    choiceColumn<Row>({
      key: 'parent',
      label: 'Owned by',
      path: 'parent',
      choices: parents,
      get: (row) => row.parent ?? '',
      set: (row, value: string) => {
        if (value === '') delete row.parent;
        else row.parent = value;
      },
    }),
    shownColumn<Row>('basis', 'Billed by', 'contract.basis', basis, 120),
    moneyColumn<Row>(plan.currency, {
      key: 'price',
      label: 'Price',
      path: 'contract.price',
      get: (row) => row.contract?.price,
      set: (row, value) => {
        if (row.contract) row.contract.price = value;
      },
      isFixed: hasNone,
    }),
    numberColumn<Row>({
      key: 'minimum',
      label: 'Minimum a month',
      path: 'contract.minimumPerMonth',
      width: 110,
      hint: 'Billed units below which the bill doesn’t fall',
      orNothing: true,
      get: (row) => row.contract?.minimumPerMonth,
      set: (row, value: number | null) => {
        if (!row.contract) return;
        if (value === null) delete row.contract.minimumPerMonth;
        else row.contract.minimumPerMonth = value;
      },
      isFixed: hasNone,
    }),
    numberColumn<Row>({
      key: 'maximum',
      label: 'Maximum a month',
      path: 'contract.maximumPerMonth',
      width: 110,
      orNothing: true,
      get: (row) => row.contract?.maximumPerMonth,
      set: (row, value: number | null) => {
        if (!row.contract) return;
        if (value === null) delete row.contract.maximumPerMonth;
        else row.contract.maximumPerMonth = value;
      },
      isFixed: hasNone,
    }),
    shareColumn<Row>({
      key: 'surge',
      label: 'Surge premium',
      path: 'contract.surgePremium',
      max: 5,
      hint: 'Added to the price beyond the agreed volume',
      get: (row) => row.contract?.surgePremium,
      set: (row, value) => {
        if (row.contract) row.contract.surgePremium = value;
      },
      isFixed: hasNone,
    }),
    numberColumn<Row>({
      key: 'ramp',
      label: 'Ramp notice, weeks',
      path: 'contract.rampNoticeWeeks',
      max: 104,
      get: (row) => row.contract?.rampNoticeWeeks,
      set: (row, value) => {
        if (row.contract) row.contract.rampNoticeWeeks = value;
      },
      isFixed: hasNone,
    }),
    numberColumn<Row>({
      key: 'exit',
      label: 'Exit notice, weeks',
      path: 'contract.exitNoticeWeeks',
      max: 208,
      get: (row) => row.contract?.exitNoticeWeeks,
      set: (row, value) => {
        if (row.contract) row.contract.exitNoticeWeeks = value;
      },
      isFixed: hasNone,
    }),
    shownColumn<Row>(
      'sites',
      'Sites',
      'id',
      (row) =>
        plan.sites
          .filter((site) => site.provider === row.id)
          .map(({ name }) => name)
          .join(', ') || 'none',
      260,
    ),
    shownColumn<Row>(
      'source',
      'Source of the price',
      'contract.source',
      (row) =>
        row.contract?.source ? `${row.contract.source}${row.contract.grade ? ` (${row.contract.grade})` : ''}` : '',
      320,
    ),
  ];
}
