import { useMemo } from 'react';
import type { Calculation } from '../../../engine/answers';
import { Empty, IssueList, Panel, RunBar, useLasting } from '../../ui';
import { useQuestion } from '../../work';
import { CalculationForm, CalculationRows, isWide } from './CalculationForm';
import { CalculationResult } from './CalculationResult';
import { CalculatorFrame } from './CalculatorFrame';
import css from './calculator.module.css';
import { useCalculationView } from './use-calculation-view';

/** One of the calculations beyond a single queue: what it takes on the left, its answer on the right. */
export function CalculationPage({ calculation }: { readonly calculation: Calculation }) {
  const { view, setView, input, isWrong, note, round, frame } = useCalculationView(calculation);
  const question = useMemo(() => ({ name: calculation.name, input }), [calculation, input]);
  const { data: answer, stale: isOld, fault, ...run } = useQuestion('calculation', question);
  // Most answers are here before a bar could be read.
  const running = useLasting(run.running);
  const stale = isOld || isWrong;
  const issues = fault?.kind === 'input' ? fault.issues : [];
  const rest = issues.filter((issue) => !Object.hasOwn(calculation.fields, issue.path));
  return (
    <CalculatorFrame {...frame}>
      {calculation.table && isWide(calculation.table) && (
        <div className={css.wide}>
          <Panel>
            <CalculationRows key={round} table={calculation.table} view={view} onChange={setView} onWrong={note} />
          </Panel>
        </div>
      )}
      <div className={css.page}>
        <CalculationForm
          key={round}
          calculation={calculation}
          view={view}
          issues={issues}
          onChange={setView}
          onWrong={note}
        />
        <div className={css.answer}>
          {fault?.kind === 'input' && rest.length > 0 && (
            <IssueList title="This can’t be worked out yet." issues={rest} />
          )}
          {fault?.kind !== 'input' && <RunBar {...run} running={running} fault={fault} what="the answer" />}
          {!answer && issues.length > 0 && (
            <Empty title="No answer yet">Mend what is marked; each place says what it may hold.</Empty>
          )}
          {answer && <CalculationResult title={calculation.title} answer={answer} stale={stale} />}
        </div>
      </div>
    </CalculatorFrame>
  );
}
