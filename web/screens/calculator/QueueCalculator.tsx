import { useMemo, useRef, useState } from 'react';
import type { CalculatorChannel, ExplainedFigure } from '../../../engine/answers';
import { useView } from '../../address';
import {
  AgentsCurve,
  type Calculation,
  calculationOf,
  calculatorView,
  type FigureName,
  freshCalculation,
  inputOf,
  linkTo,
  patientWords,
  viewOf,
} from '../../queue';
import { Empty, ExplanationView, IssueList, Panel, Source } from '../../ui';
import { useQuestion } from '../../work';
import { AnswerFigures } from './AnswerFigures';
import { CalculatorForm } from './CalculatorForm';
import { CalculatorFrame } from './CalculatorFrame';
import { CurveTable } from './CurveTable';
import css from './calculator.module.css';
import { fieldFaults } from './field-faults';
import { ConcurrencyTable, LevelsTable, WaitsTable } from './LevelsTable';
import { WaitFigures } from './WaitFigures';

/** What each channel's form held last, so that looking at another loses nothing. */
const lastOf = new Map<CalculatorChannel, Calculation>();

/** One queue, one interval: how many agents, what they come to, and what one more or fewer would do. */
export function QueueCalculator() {
  const [view, setView] = useView('calculator', calculatorView);
  const calculation = useMemo(() => calculationOf(view), [view]);
  const [wrong, setWrong] = useState<ReadonlyMap<FigureName, string>>(new Map());
  const [explained, setExplained] = useState<ExplainedFigure>('agentsWhole');
  const explanation = useRef<HTMLDivElement>(null);
  const input = useMemo(() => inputOf(calculation), [calculation]);
  const { data, stale: isOld, fault } = useQuestion('calculate', input);
  const stale = isOld || wrong.size > 0;
  const faults = useMemo(() => fieldFaults(fault?.kind === 'input' ? fault.issues : []), [fault]);

  const show = (next: Calculation) => {
    lastOf.set(next.channel, next);
    setView(viewOf(next));
  };
  const switchTo = (channel: CalculatorChannel) => {
    lastOf.set(calculation.channel, calculation);
    setWrong(new Map());
    show(lastOf.get(channel) ?? freshCalculation(channel));
  };
  const pick = (figure: ExplainedFigure) => {
    setExplained(figure);
    explanation.current?.scrollIntoView({ block: 'nearest' });
  };
  const answer = data?.answer ?? null;
  const shown = answer?.atHand ?? answer;
  const current = shown?.explanations[explained] ? explained : 'serviceLevel';
  const tree = shown?.explanations[current];
  return (
    <CalculatorFrame
      chosen={calculation.channel}
      intro="One queue in one interval: agents, service level, waits and what one agent more or fewer would do. The address holds the whole calculation."
      onChannel={switchTo}
      onStartOver={() => {
        setWrong(new Map());
        show(freshCalculation(calculation.channel));
      }}
      address={() => `${window.location.origin}${linkTo(calculation)}`}
    >
      <div className={css.page}>
        <CalculatorForm
          key={calculation.channel}
          calculation={calculation}
          faults={faults}
          required={answer?.staff?.agentsWhole ?? null}
          onChange={(figures) => show({ ...calculation, figures: { ...calculation.figures, ...figures } })}
          onDefinition={(definition) => show({ ...calculation, definition })}
          onWrong={(name, found) =>
            setWrong((before) => {
              const next = new Map(before);
              if (found === null) next.delete(name);
              else next.set(name, found);
              return next;
            })
          }
        />
        <div className={css.answer}>
          {fault && (fault.kind !== 'input' || faults.rest.length > 0) && (
            <IssueList title={fault.message} issues={faults.rest} />
          )}
          {!answer && faults.byField.size > 0 && (
            <Empty title="No answer yet">Mend the fields marked in red; each says what it may hold.</Empty>
          )}
          {answer && shown && (
            <>
              <AnswerFigures answer={answer} stale={stale} picked={current} onPick={pick} />
              {data?.patient && (
                <Panel stale={stale}>
                  <p className={css.sentences}>
                    <strong>
                      {answer.model === 'erlang-a'
                        ? 'Erlang C, for comparison (nobody gives up).'
                        : 'If nobody gave up, for comparison.'}
                    </strong>{' '}
                    {patientWords(data.patient, answer)}
                  </p>
                </Panel>
              )}
              <Source provenance={answer.provenance} />
              {shown.curve.length > 0 && (
                <>
                  <AgentsCurve answer={answer} stale={stale} />
                  <CurveTable curve={shown.curve} stale={stale} />
                </>
              )}
              {answer.byConcurrency.length > 0 && (
                <ConcurrencyTable rows={answer.byConcurrency} chosen={answer.question.concurrency} stale={stale} />
              )}
              {shown.waitQuantiles.length > 0 && <WaitFigures shown={shown} answer={answer} stale={stale} />}
              <div ref={explanation}>
                {tree && (
                  <Panel
                    title="How it came about"
                    description="Click any figure above to see its formula."
                    stale={stale}
                  >
                    <ExplanationView explanation={tree} stale={false} />
                  </Panel>
                )}
              </div>
              {shown.waitQuantiles.length > 0 && (
                <div className={css.two}>
                  {calculation.channel !== 'email' && (
                    <LevelsTable
                      alike={!Number.isFinite(answer.question.patienceSeconds)}
                      levels={shown.serviceLevels}
                      picked={calculation.definition}
                      stale={stale}
                      onPick={(definition) => show({ ...calculation, definition })}
                    />
                  )}
                  <WaitsTable waits={shown.waitQuantiles} stale={stale} />
                </div>
              )}
            </>
          )}
        </div>
      </div>
    </CalculatorFrame>
  );
}
