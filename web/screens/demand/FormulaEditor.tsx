import { Button, Modal, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Plan, Stream } from '../../../engine/plan';
import { editPlan } from '../../state';
import { DriverFields } from './DriverFields';
import { demandOf, draftOf } from './driver-drafts';
import { FormulaResult } from './FormulaResult';
import css from './formula.module.css';
import { useFormula } from './use-formula';

interface Props {
  readonly plan: Plan;
  readonly stream: Stream;
  readonly close: () => void;
}

/** Writes a stream's demand as a formula over drivers, with what it gives beside it; lands in the plan when saved. */
export function FormulaEditor({ plan, stream, close }: Props) {
  const [draft, setDraft] = useState(() => draftOf(stream.demand));
  const demand = useMemo(() => demandOf(draft), [draft]);
  const { preview, fault, stale } = useFormula(demand, plan.calendar);
  const issues = useMemo(() => preview?.issues ?? [], [preview]);
  const problems = useMemo(
    () => new Map(issues.map(({ path, found, allowed }) => [path.replace(/^demand\./, ''), sentence(found, allowed)])),
    [issues],
  );
  const formulaIssues = issues.filter(({ column, week }) => column !== undefined || week !== undefined);
  const canSave = demand !== null && preview !== null && !stale && issues.length === 0;

  const save = () => {
    if (!canSave || !demand) return;
    editPlan(`Demand of ${stream.name} by formula`, ({ streams }) => {
      const found = streams.find(({ id }) => id === stream.id);
      if (!found) return;
      const { dayOfWeekShare, intradayShare, source, grade, kind } = found.demand;
      // The source of an assumption or a forecast moved to the driver that stands for it.
      const about = kind === 'drivers' ? { source, grade } : {};
      found.demand = {
        kind: 'drivers',
        formula: demand.formula,
        drivers: demand.drivers,
        dayOfWeekShare,
        intradayShare,
        ...(about.source === undefined ? {} : { source: about.source }),
        ...(about.grade === undefined ? {} : { grade: about.grade }),
      };
    });
    close();
  };

  return (
    <Modal
      opened
      onClose={close}
      size="xl"
      closeButtonProps={{ 'aria-label': 'Close' }}
      title={`Contacts a week of ${stream.name}, by formula`}
    >
      {stream.demand.kind === 'seasonal' && (
        <p className={css.hint}>
          The season and the growth of today’s demand end with a formula, unless a driver with a number for each week
          brings them along. Its shapes of week and day stay.
        </p>
      )}
      <Textarea
        label="Formula"
        classNames={{ input: css.code }}
        autosize
        minRows={1}
        maxLength={500}
        spellCheck={false}
        data-autofocus
        value={draft.formula}
        error={formulaIssues.length > 0}
        aria-describedby="formula-problems"
        // A formula stands on one line; Enter and pasted line ends become blanks.
        onChange={(event) => setDraft({ ...draft, formula: event.currentTarget.value.replace(/[\r\n]+/g, ' ') })}
      />
      <div id="formula-problems" className={css.problems} aria-live="polite" data-stale={stale || undefined}>
        {formulaIssues.map(({ path, column, found, allowed }) => (
          <p key={path}>
            {column === undefined ? path.replace('demand.formula, ', '') : `Column ${column}`}:{' '}
            {sentence(found, allowed)}
            {column !== undefined && <Marked text={draft.formula.trim()} column={column} />}
          </p>
        ))}
        {fault && <p>{fault.message}</p>}
      </div>
      <p className={css.hint}>
        Numbers, drivers, + - * / ^, comparisons, condition ? value : other value, parentheses
        {preview ? `, and ${preview.functions}` : ''}.
      </p>
      {preview && <FormulaResult preview={preview} stale={stale} />}
      <DriverFields
        drivers={draft.drivers}
        weeks={plan.calendar.weeks}
        used={preview && !stale && formulaIssues.length === 0 ? preview.used : null}
        problems={problems}
        onChange={(drivers) => setDraft({ ...draft, drivers })}
      />
      <div className={css.actions}>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button disabled={!canSave} onClick={save}>
          Use this formula
        </Button>
      </div>
    </Modal>
  );
}

const sentence = (found: string, allowed: string) => `found ${found}; allowed: ${allowed}`;

/** The formula with the column marked at which it can't be read. */
function Marked({ text, column }: { readonly text: string; readonly column: number }) {
  return (
    <code className={css.marked}>
      {text.slice(0, column - 1)}
      <mark>{text.slice(column - 1, column) || '\u2423'}</mark>
      {text.slice(column)}
    </code>
  );
}
