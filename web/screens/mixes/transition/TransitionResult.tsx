import { memo } from 'react';
import type { TransitionAnswer } from '../../../../engine/answers';
import { formatCount, formatDate, formatMoney, formatMonth, formatNumber, formatShare } from '../../../format';
import { Figure, Figures, Source } from '../../../ui';
import { MonthTable } from './MonthTable';
import { TeamTable } from './TeamTable';
import { TransitionCharts } from './TransitionCharts';
import css from './transition.module.css';

interface Props {
  readonly answer: TransitionAnswer;
  readonly currency: string;
  /** Months that were asked for. */
  readonly asked: number;
}

export const TransitionResult = memo(function TransitionResult({ answer, currency, asked }: Props) {
  const { parts, limits, estimates } = answer;
  if (answer.teams.length === 0)
    return <p className={css.sentence}>Nobody moves: the people of this target are today’s.</p>;
  const money = (value: number) => formatMoney(value, currency);
  const slowest = limits[0];
  return (
    <>
      <p className={css.sentence}>{answer.sentence}</p>
      {answer.months > asked && slowest && (
        <p className={css.note}>
          {slowest.name} can’t grow in fewer than {answer.leastMonths} months ({slowest.why}), so that many are taken.
        </p>
      )}
      {answer.speedAtRelease !== null && (
        <p className={css.note}>
          When those whose work they do leave, newcomers are at {formatShare(answer.speedAtRelease)} of full speed.{' '}
          {Math.abs(answer.contactsLost) < 0.5
            ? 'As many contacts are lost on the way as today.'
            : `On the way ${formatCount(Math.abs(answer.contactsLost))} ${answer.contactsLost > 0 ? 'more' : 'fewer'} contacts are lost than today.`}
        </p>
      )}
      <Figures>
        <Figure
          label="Everything moved"
          value={answer.doneOn ? formatDate(answer.doneOn) : 'not within the plan'}
          detail={answer.startsOn ? `first new people on contacts ${formatDate(answer.startsOn)}` : undefined}
        />
        <Figure
          label="Worst week against today"
          value={answer.worstWeek ? `${formatNumber(-answer.worstDrop)} points` : 'never below'}
          detail={
            answer.worstStream
              ? `worst stream: ${answer.worstStream.name}, ${formatNumber(-answer.worstStream.drop)} in the week of ${formatDate(answer.worstStream.week)}`
              : answer.worstWeek
                ? `week of ${formatDate(answer.worstWeek)}`
                : undefined
          }
        />
        <Figure
          label="Cost of the way"
          value={money(answer.cost)}
          detail={`both paid ${money(parts.overlap)}, training ${money(parts.training)}, exit notice ${money(parts.notice)}, recruiting and severance ${money(parts.once)}`}
        />
        <Figure
          label="Made up for"
          value={payback(answer)}
          detail={`once there, ${money(Math.abs(answer.targetCostPerYear))} a year ${answer.targetCostPerYear > 0 ? 'more' : 'less'} than today`}
        />
      </Figures>
      <TransitionCharts answer={answer} currency={currency} />
      <MonthTable months={answer.monthly} currency={currency} />
      <details className={css.more}>
        <summary>Teams, what limits their growth, and estimates</summary>
        <TeamTable teams={answer.teams} limits={limits} />
        <ul className={css.estimates} aria-label="Estimates">
          {estimates.map(({ what, value, grade }) => (
            <li key={what}>
              {what}: {value} <span className={css.grade}>({grade})</span>
            </li>
          ))}
        </ul>
      </details>
      <Source provenance={answer.provenance} />
    </>
  );
});

function payback({ paybackMonth, paybackBeyond, targetCostPerYear }: TransitionAnswer): string {
  if (paybackBeyond !== null) return `about ${formatCount(paybackBeyond)} months after the plan’s end`;
  if (paybackMonth) return `from ${formatMonth(`${paybackMonth}-01`)}`;
  return targetCostPerYear > 0 ? 'never' : 'not within the plan';
}
