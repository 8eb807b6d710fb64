import type { CalculatedQueue, ExplainedFigure, QueueCalculation } from '../../../engine/answers';
import { formatNumber } from '../../format';
import { duration, exactShare, gapWords } from '../../queue';
import { ExplainButton, Figure, Figures } from '../../ui';
import css from './calculator.module.css';

interface Props {
  readonly answer: QueueCalculation;
  readonly stale: boolean;
  readonly picked: ExplainedFigure;
  readonly onPick: (figure: ExplainedFigure) => void;
}

/** The answer in six figures, each of which explains itself when it is clicked. */
export function AnswerFigures({ answer, stale, picked, onPick }: Props) {
  const { staff, atHand, question } = answer;
  const queue: CalculatedQueue | null = atHand ?? answer.queue;
  const value = (figure: ExplainedFigure, name: string, text: string) => {
    const known = (atHand ?? answer).explanations[figure];
    if (!known) return text;
    return <ExplainButton label={name} text={text} isPicked={picked === figure} onPick={() => onPick(figure)} />;
  };
  const shrunk = `${formatNumber(question.shrinkage * 100, 1)} % shrinkage`;
  const within =
    question.targetHours === null
      ? `within ${formatNumber(question.targetSeconds, 1)} s`
      : `finished within ${formatNumber(question.targetHours, 2)} h`;
  return (
    <Figures>
      {atHand ? (
        <Figure
          label="Agents at hand"
          value={formatNumber(atHand.agents, 2)}
          stale={stale}
          detail={
            <span className={atHand.meetsTargets ? css.good : css.bad}>
              {gapWords(atHand.agents, staff?.agentsWhole ?? null)}
            </span>
          }
        />
      ) : (
        <Figure
          label="Agents needed"
          value={staff ? value('agentsWhole', 'Agents needed', String(staff.agentsWhole)) : 'None would do'}
          stale={stale}
          detail={
            staff
              ? `${formatNumber(staff.agentsFractional, 2)} in fractions; ${formatNumber(answer.offeredLoad, 2)} erlangs offered`
              : answer.unsolved?.reason
          }
        />
      )}
      <Figure
        label="Paid positions"
        value={
          atHand
            ? formatNumber(atHand.paidHeads, 0)
            : staff
              ? value('paidHeads', 'Paid positions', String(staff.paidHeads))
              : '–'
        }
        stale={stale}
        detail={
          atHand
            ? `to have ${formatNumber(atHand.agents, 2)} on contacts at ${shrunk}`
            : staff && `${formatNumber(staff.paidPositions, 2)} at ${shrunk}, rounded up once`
        }
      />
      <Figure
        label="Service level"
        value={queue ? value('serviceLevel', 'Service level', exactShare(queue.serviceLevel)) : '–'}
        stale={stale}
        detail={
          queue && (
            <>
              {within};{' '}
              <span className={queue.serviceLevel >= question.targetShare - 1e-12 ? css.good : css.bad}>
                {queue.serviceLevel >= question.targetShare - 1e-12 ? 'keeps' : 'misses'}{' '}
                {formatNumber(question.targetShare * 100, 2)} %
              </span>
            </>
          )
        }
      />
      <Figure
        label="Speed of answer"
        value={queue ? value('asaSeconds', 'Average speed of answer', duration(queue.asaSeconds)) : '–'}
        stale={stale}
        detail={
          queue &&
          `${question.targetHours === null ? 'average of the answered' : 'until work begins'}; ${exactShare(queue.waitProbability)} wait`
        }
      />
      <Figure
        label="Abandonment"
        value={queue ? value('abandonment', 'Abandonment', exactShare(queue.abandonment)) : '–'}
        stale={stale}
        detail={Number.isFinite(question.patienceSeconds) ? 'of contacts offered' : 'nobody gives up'}
      />
      <Figure
        label="Occupancy"
        value={queue ? value('occupancy', 'Occupancy', exactShare(queue.occupancy)) : '–'}
        stale={stale}
        detail={
          question.maxOccupancy === null ? 'no cap set' : `at most ${formatNumber(question.maxOccupancy * 100, 1)} %`
        }
      />
    </Figures>
  );
}
