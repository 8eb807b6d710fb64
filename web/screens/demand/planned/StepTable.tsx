import { Checkbox } from '@mantine/core';
import type { DemandAnswer } from '../../../../engine/answers';
import type { DemandEvent, Measure, Plan } from '../../../../engine/plan';
import { formatCount, formatNumber, gradeLabel, signed } from '../../../format';
import { DataTable } from '../../../ui';
import { EVENT_KINDS } from './event-actions';
import { MEASURE_KINDS } from './measure-fields';
import { switchStep } from './override-actions';
import css from './planned.module.css';
import { scopeWords } from './selection';

type Row = DemandEvent | Measure;

interface Props {
  readonly plan: Plan;
  readonly answer: DemandAnswer;
  readonly list: 'events' | 'measures';
  readonly rows: readonly Row[];
  readonly picked: string;
  readonly onPick: (id: string) => void;
}

/** Events or measures with what each brings, in contacts and hours, and a switch. */
export function StepTable({ plan, answer, list, rows, picked, onPick }: Props) {
  const stepOf = (row: Row) =>
    answer.steps.find(({ id, stage }) => id === row.id && (list === 'events') === (stage === 'events'));
  return (
    <DataTable
      label={list === 'events' ? 'Events and their contacts' : 'Measures and their contacts'}
      rows={rows}
      keyOf={(row) => row.id}
      picked={picked}
      onPick={onPick}
      columns={[
        { key: 'name', label: 'Name', sortBy: (row) => row.name, render: (row) => row.name },
        { key: 'kind', label: 'Kind', render: kindOf },
        { key: 'reaches', label: 'Of', render: (row) => <span className={css.why}>{reachOf(plan, row)}</span> },
        {
          key: 'contacts',
          label: 'Contacts',
          hint: 'Over the plan, after those before it in the list',
          numeric: true,
          sortBy: (row) => stepOf(row)?.contacts ?? null,
          render: (row) => signed(stepOf(row)?.contacts, formatCount),
        },
        {
          key: 'hours',
          label: 'Agent hours',
          numeric: true,
          sortBy: (row) => stepOf(row)?.hours ?? null,
          render: (row) => signed(stepOf(row)?.hours, formatCount),
        },
        {
          key: 'says',
          label: 'What it shows',
          render: (row) => <StepWords step={stepOf(row)} grade={row.grade} source={row.source} />,
        },
        {
          key: 'on',
          label: 'On',
          render: (row) => (
            <Checkbox
              size="xs"
              aria-label={`On: ${row.name}`}
              checked={row.on}
              onClick={(event) => event.stopPropagation()}
              onChange={(event) => switchStep(list, row, event.currentTarget.checked)}
            />
          ),
        },
      ]}
    />
  );
}

function kindOf(row: Row): string {
  return 'course' in row ? EVENT_KINDS[row.kind] : MEASURE_KINDS[row.kind];
}

function reachOf(plan: Plan, row: Row): string {
  if ('scope' in row) return scopeWords(plan, row.scope);
  if (row.kind === 'drift') return plan.markets.find(({ id }) => id === row.market)?.name ?? row.market;
  return plan.streams.find(({ id }) => id === row.to)?.name ?? row.to;
}

interface WordsProps {
  readonly step: DemandAnswer['steps'][number] | undefined;
  readonly grade: string | undefined;
  readonly source: string | undefined;
}

/** Figures and warnings of a step, then how far to trust it. */
function StepWords({ step, grade, source }: WordsProps) {
  const shown = step?.figures.filter(({ value }) => Math.abs(value) > 1e-9) ?? [];
  return (
    <span className={css.why}>
      {shown.map(({ name, value, unit }) => `${name} ${figureWords(value, unit)}`).join(' · ')}
      {step?.warnings.map((warning) => (
        <strong key={warning} className={css.warning}>
          {warning}
        </strong>
      ))}
      <span className={css.trust} title={source}>
        {grade ? gradeLabel(grade) : 'source not stated'}
      </span>
    </span>
  );
}

function figureWords(value: number, unit: string): string {
  if (unit === 'share') return formatNumber(value * 100, 1).concat(' %');
  return unit === 'factor' ? formatNumber(value, 3) : formatCount(value);
}
