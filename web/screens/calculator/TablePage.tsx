import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { type Calculation, STAFF_TABLE } from '../../../engine/answers';
import { download } from '../../format';
import { Empty, Panel, RunBar } from '../../ui';
import { useTask } from '../../work';
import { CalculationForm, CalculationRows } from './CalculationForm';
import { CalculationResult } from './CalculationResult';
import { CalculatorFrame } from './CalculatorFrame';
import css from './calculator.module.css';
import { useCalculationView } from './use-calculation-view';

const TABLE = STAFF_TABLE as unknown as Calculation;

/** How long the hand must rest before a table is worked out anew. */
const REST_MS = 400;

/** A file of contacts by interval, staffed as a whole: worked on in the background, with progress and Stop. */
export function TablePage() {
  const { view, setView, input, isWrong, note, round, frame } = useCalculationView(TABLE);
  const [file, setFile] = useState<File | null>(null);
  const { data, fault, run, ...task } = useTask('table');
  const saving = useTask('tableFile');
  const chooser = useRef<HTMLInputElement>(null);
  const key = JSON.stringify(input);
  const [answered, setAnswered] = useState('');

  const work = async () => {
    if (!file) return;
    const answer = await run({ file, input });
    if (answer) setAnswered(key);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the input
  useEffect(() => {
    if (!file || isWrong) return;
    const timer = setTimeout(work, REST_MS);
    return () => clearTimeout(timer);
  }, [file, key, isWrong]);

  const save = async () => {
    if (!file) return;
    const made = await saving.run({ file, input });
    if (made) download(made, `${file.name.replace(/\.[^.]*$/, '')} agents by interval`, 'csv');
  };
  const issues = fault?.kind === 'input' ? fault.issues : [];
  return (
    <CalculatorFrame {...frame}>
      <div className={css.wide}>
        <Panel
          title="The file"
          description="A column of times and one a stream; or stream, timestamp, contacts, one a row, as the forecast’s download has them. It stays on this machine."
          actions={
            data &&
            file && (
              <Button size="compact-xs" variant="default" onClick={() => void save()} disabled={saving.running}>
                Agents by interval as CSV
              </Button>
            )
          }
        >
          <div className={css.file}>
            <Button size="xs" onClick={() => chooser.current?.click()}>
              {file ? 'Open another file' : 'Open a CSV file'}
            </Button>
            <span>{file?.name ?? 'No file yet'}</span>
            <input
              ref={chooser}
              type="file"
              accept=".csv,.tsv,.txt,text/csv,text/plain"
              className="visually-hidden"
              tabIndex={-1}
              aria-label="CSV file of contacts"
              onChange={(event) => {
                const [chosen] = event.currentTarget.files ?? [];
                if (chosen) setFile(chosen);
                event.currentTarget.value = '';
              }}
            />
          </div>
          <RunBar {...task} fault={fault} retry={() => void work()} what="the table" />
          <RunBar {...saving} retry={() => void save()} what="the file" />
        </Panel>
      </div>
      <div className={css.wide}>
        <Panel>
          <CalculationRows key={round} table={TABLE.table!} view={view} onChange={setView} onWrong={note} />
        </Panel>
      </div>
      <div className={css.page}>
        <CalculationForm
          key={round}
          calculation={TABLE}
          view={view}
          issues={issues}
          onChange={setView}
          onWrong={note}
        />
        <div className={css.answer}>
          {data ? (
            <CalculationResult title={TABLE.title} answer={data} stale={isWrong || task.running || answered !== key} />
          ) : (
            <Empty title="No file yet">
              Open one to see agents by day and stream. A year of quarter-hours of 60 streams takes some seconds.
            </Empty>
          )}
        </div>
      </div>
    </CalculatorFrame>
  );
}
