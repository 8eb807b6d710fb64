import { Button, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { HeadcountAnswer } from '../../../engine/answers';
import type { ViewOf } from '../../address';
import { Segments } from '../../charts';
import css from './headcount.module.css';
import { DEMANDS, type headcountView, ROW_KINDS, UNITS, WEEK_NAMES } from './headcount-view';

type View = ViewOf<typeof headcountView>;

interface Props {
  readonly view: View;
  readonly setView: (change: Partial<View>) => void;
  readonly answer: HeadcountAnswer | null;
  readonly onCsv: () => void;
  readonly onWorkbook: () => void;
  /** What stands beside the downloads. */
  readonly children: ReactNode;
}

const choiceOf = <Value extends string>(choices: readonly { readonly value: Value }[], text: string, usual: Value) =>
  choices.find((choice) => choice.value === text)?.value ?? usual;

/** Which rows, in which unit, against which demand, in which calendar. */
export function HeadcountControls({ view, setView, answer, onCsv, onWorkbook, children }: Props) {
  const rows = answer && answer.by === view.by && view.by !== 'total' ? answer.groups : [];
  return (
    <div className={css.controls}>
      <Segments
        label="A row for each"
        choices={ROW_KINDS}
        value={view.by}
        onChange={(by) => setView({ by, row: '' })}
      />
      {view.by !== 'total' && (
        <NativeSelect
          label="Weeks of"
          size="xs"
          data={[{ value: '', label: 'All together' }, ...rows.map(({ id, name }) => ({ value: id, label: name }))]}
          value={rows.some(({ id }) => id === view.row) ? view.row : ''}
          onChange={(event) => setView({ row: event.currentTarget.value })}
        />
      )}
      <Segments label="Unit" choices={UNITS} value={view.unit} onChange={(unit) => setView({ unit })} />
      <NativeSelect
        label="Demand"
        size="xs"
        data={DEMANDS.map(({ value, label }) => ({ value, label }))}
        value={view.demand}
        onChange={(event) => setView({ demand: choiceOf(DEMANDS, event.currentTarget.value, 'forecast') })}
      />
      <NativeSelect
        label="Weeks"
        size="xs"
        data={WEEK_NAMES.map(({ value, label }) => ({ value, label }))}
        value={view.weeks}
        onChange={(event) => setView({ weeks: choiceOf(WEEK_NAMES, event.currentTarget.value, 'plan') })}
      />
      <Button size="xs" variant="default" disabled={!answer} onClick={onCsv}>
        All weeks as CSV
      </Button>
      <Button size="xs" variant="default" disabled={!answer} onClick={onWorkbook}>
        Workbook (XLSX)
      </Button>
      {children}
    </div>
  );
}
