import { memo, useCallback, useMemo } from 'react';
import { type Assumption, moneyAssumptions } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import type { Issue } from '../../../engine/units';
import { Segments } from '../../charts';
import { formatNumber, gradeLabel } from '../../format';
import {
  type CellChange,
  choiceColumn,
  EditTable,
  type GridColumn,
  shownColumn,
  textColumn,
  writeCell,
} from '../../grid';
import { editPlan, plainPath } from '../../state';
import { Panel } from '../../ui';
import { type AssumptionField, endsOf, setAssumption } from './assumption-edits';
import css from './money.module.css';

interface Props {
  readonly plan: Plan;
  readonly figures: 'value' | 'cost' | 'case';
  readonly issues: readonly Issue[];
  readonly onFigures: (figures: 'value' | 'cost' | 'case') => void;
}

const KINDS = [
  { value: 'value', label: 'Value' },
  { value: 'cost', label: 'Cost' },
  { value: 'case', label: 'Cases' },
] as const;

const GRADES = [
  { value: '', label: 'not graded' },
  ...(['filing', 'survey', 'opinion'] as const).map((value) => ({ value, label: gradeLabel(value) })),
];

/** Every figure that money rests on, editable like a spreadsheet: likeliest, ends of its range, source and grade. */
export const AssumptionTable = memo(function AssumptionTable({ plan, figures, issues, onFigures }: Props) {
  const rows = useMemo(() => moneyAssumptions(plan).filter((row) => row.for === figures), [plan, figures]);
  const columns = useMemo(() => columnsFor(plan.currency), [plan.currency]);
  const change = useCallback(
    (changes: readonly CellChange<Assumption>[]) => {
      const [first] = changes;
      const row = first && rows[first.index];
      if (!first || !row) return;
      const name =
        changes.length > 1
          ? `Paste ${changes.length} figures of money`
          : `${row.of}, ${row.what}: ${first.column.label.toLowerCase()} ${writeCell(first.column, first.value) || 'nothing'}`;
      editPlan(name, (draft) => {
        for (const { index, column, value } of changes) {
          // Read anew, so that a block that sets all three ends of a range ends up as pasted.
          const path = rows[index]?.path;
          const now = moneyAssumptions(draft as Plan).find((one) => one.path === path);
          const figure = typeof value === 'number' ? value / scaleOf(now) : value;
          if (now) setAssumption(draft, now, column.key as AssumptionField, figure);
        }
      });
    },
    [rows],
  );
  const issueAt = useCallback(
    (index: number, path: string) => {
      const row = rows[index];
      if (!row || path !== 'likely') return undefined;
      const place = placeOf(plan, row.path);
      return issues.find((issue) => plainPath(issue.path).startsWith(place));
    },
    [issues, plan, rows],
  );
  return (
    <Panel
      title="Figures behind it"
      description="Give a figure a least and a most, and every answer that rests on it becomes a band. Source and grade belong to the entry that a figure stands in, and hold for all of it."
      actions={<Segments label="Figures of" choices={KINDS} value={figures} onChange={onFigures} />}
    >
      {rows.length === 0 ? (
        <p className={css.note}>The plan has no business case.</p>
      ) : (
        <EditTable
          label={`Figures of money: ${figures}`}
          columns={columns}
          rows={rows}
          keyOf={(row) => row.path}
          onChange={change}
          issueAt={issues.length > 0 ? issueAt : undefined}
          maxHeight={520}
        />
      )}
    </Panel>
  );
});

/** A path of ids as the plan's checks write it, with places in lists: `reasons[3].valuePerContact`. */
function placeOf(plan: Plan, path: string): string {
  let here: unknown = plan;
  let text = '';
  for (const step of path.split('/')) {
    if (Array.isArray(here)) {
      const at = here.findIndex((entry: { id?: string }, index) => entry.id === step || String(index) === step);
      text += `[${at}]`;
      here = here[at];
    } else {
      text += text === '' ? step : `.${step}`;
      here = (here as Record<string, unknown> | undefined)?.[step];
    }
  }
  return text;
}

function unitOf({ unit }: Assumption, currency: string): string {
  switch (unit) {
    case 'money':
      return currency;
    case 'money-year':
      return `${currency} a year`;
    case 'money-month':
      return `${currency} a month`;
    case 'share':
      return '%';
    case 'number':
      return 'number';
  }
}

function columnsFor(currency: string): GridColumn<Assumption>[] {
  const ends = (['low', 'likely', 'high'] as const).map((key, at): GridColumn<Assumption> => {
    const labels = { low: 'Least', likely: 'Likeliest', high: 'Most' };
    return {
      kind: 'number',
      key,
      label: labels[key],
      path: key,
      width: 104,
      min: -1e12,
      max: 1e12,
      orNothing: true,
      write: (value) => formatNumber(value, 6),
      get: (row) => scaled(row, at),
      text: (row) => written(row, at),
      set: () => undefined,
      isFixed: (row) => key !== 'likely' && (row.range === 'none' || row.estimate === null),
    };
  });
  return [
    shownColumn('of', 'Of', 'of', ({ of }) => of, 190),
    shownColumn('what', 'Figure', 'what', ({ what }) => what, 250),
    ...ends,
    shownColumn('unit', 'Unit', 'unit', (row) => unitOf(row, currency), 100),
    textColumn<Assumption>({
      key: 'source',
      label: 'Source',
      path: 'source',
      width: 320,
      most: 4000,
      orNothing: true,
      get: ({ source }) => source ?? '',
      set: () => undefined,
      isFixed: ({ estimate }) => estimate === null,
    }),
    choiceColumn<Assumption>({
      key: 'grade',
      label: 'Grade',
      path: 'grade',
      width: 190,
      choices: GRADES,
      get: ({ grade }) => grade ?? '',
      set: () => undefined,
      isFixed: ({ estimate }) => estimate === null,
    }),
  ];
}

/** Shares are read and typed in per cent. */
const scaleOf = (row: Assumption | undefined): number => (row?.unit === 'share' ? 100 : 1);

/** A figure in the unit in which it is typed, without the dust of its conversion. */
function scaled(row: Assumption, at: number): number | null {
  const value = endsOf(row)[at] ?? null;
  return value === null ? null : Math.round(value * scaleOf(row) * 1e9) / 1e9;
}

function written(row: Assumption, at: number): string {
  const value = scaled(row, at);
  if (value === null || (at !== 1 && typeof row.estimate === 'number')) return '';
  return formatNumber(value, 4);
}
