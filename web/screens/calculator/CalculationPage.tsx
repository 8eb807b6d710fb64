import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Calculation } from '../../../engine/answers';
import { placeOf, useView, writeView } from '../../address';
import { freshCalculation, linkTo } from '../../queue';
import { Empty, IssueList, Panel, RunBar, Source } from '../../ui';
import { useQuestion } from '../../work';
import { CalculationFigures } from './CalculationFigures';
import { CalculationForm, CalculationRows, isWide } from './CalculationForm';
import { CalculationChart, CalculationTableView } from './CalculationParts';
import { CalculatorFrame, remember } from './CalculatorFrame';
import { inputOf, queryOf, specOf, type View } from './calculation-view';
import css from './calculator.module.css';

/** One of the calculations beyond a single queue: what it takes on the left, its answer on the right. */
export function CalculationPage({ calculation }: { readonly calculation: Calculation }) {
  const spec = useMemo(() => specOf(calculation), [calculation]);
  const [view, setView] = useView('calculator', spec);
  const [, navigate] = useLocation();
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());
  const [round, setRound] = useState(0);
  const input = useMemo(() => inputOf(calculation, view as View), [calculation, view]);
  const question = useMemo(() => ({ name: calculation.name, input }), [calculation, input]);
  const { data: answer, stale: isOld, fault, ...run } = useQuestion('calculation', question);
  const stale = isOld || wrong.size > 0;
  const issues = fault?.kind === 'input' ? fault.issues : [];
  const rest = issues.filter((issue) => !Object.hasOwn(calculation.fields, issue.path));
  const place = placeOf(null, 'calculator');
  const note = (name: string, found: string | null) =>
    setWrong((before) => {
      const next = new Map(before);
      if (found === null) next.delete(name);
      else next.set(name, found);
      return next;
    });
  return (
    <CalculatorFrame
      chosen={calculation.name}
      intro={calculation.about}
      onChannel={(channel) => {
        remember(calculation.name);
        navigate(linkTo(freshCalculation(channel)));
      }}
      onStartOver={() => {
        setWrong(new Map());
        setRound(round + 1);
        navigate(`${place}?${queryOf(calculation.name)}`);
      }}
      address={() => `${window.location.origin}${place}?${writeView(spec, view)}`}
    >
      {calculation.table && isWide(calculation.table) && (
        <div className={css.wide}>
          <Panel>
            <CalculationRows
              key={round}
              table={calculation.table}
              view={view as View}
              onChange={setView}
              onWrong={note}
            />
          </Panel>
        </div>
      )}
      <div className={css.page}>
        <CalculationForm
          key={round}
          calculation={calculation}
          view={view as View}
          issues={issues}
          onChange={setView}
          onWrong={note}
        />
        <div className={css.answer}>
          {fault?.kind === 'input' && rest.length > 0 && (
            <IssueList title="This can’t be worked out yet." issues={rest} />
          )}
          {fault?.kind !== 'input' && <RunBar {...run} fault={fault} what="the answer" />}
          {!answer && issues.length > 0 && (
            <Empty title="No answer yet">Mend what is marked on the left; each says what it may hold.</Empty>
          )}
          {answer && (
            <>
              <Panel stale={stale}>
                <p className={answer.unsolved ? css.noAnswer : css.headline} role="status">
                  {answer.headline}
                </p>
              </Panel>
              <CalculationFigures answer={answer} stale={stale} />
              {answer.charts.map((chart) => (
                <CalculationChart key={chart.name} chart={chart} stale={stale} />
              ))}
              {answer.tables.map((table) => (
                <CalculationTableView key={table.name} table={table} title={calculation.title} stale={stale} />
              ))}
              <Source provenance={answer.provenance} />
            </>
          )}
        </div>
      </div>
    </CalculatorFrame>
  );
}
