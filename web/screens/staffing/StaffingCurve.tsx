import { useMemo } from 'react';
import { Link } from 'wouter';
import type { StaffAnswer, StaffStream } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { AgentsCurve, calculationFrom, linkTo } from '../../queue';
import { useQuestion } from '../../work';
import { queueOfInterval } from './interval-queue';
import css from './staffing.module.css';

interface Props {
  readonly plan: Plan;
  readonly answer: StaffAnswer;
  readonly stream: StaffStream;
  readonly at: number;
}

/** What an agent more or fewer would do in one interval of a stream, and the way to play with it. */
export function StaffingCurve({ plan, answer, stream, at }: Props) {
  const input = useMemo(() => queueOfInterval(plan, stream, at, answer), [plan, stream, at, answer]);
  const { data, stale } = useQuestion('calculate', input);
  if (!input) {
    const isClosed = (stream.contacts[at] ?? 0) <= 0;
    return (
      <p className={css.note}>
        {isClosed
          ? 'No contacts arrive in this interval, so there is no curve.'
          : 'This work waits for hours: its agents follow from the work to be done, not from a queue, and have no curve.'}
      </p>
    );
  }
  return (
    <>
      {data && data.answer.curve.length > 0 && <AgentsCurve answer={data.answer} stale={stale} order={3} />}
      <p className={css.note}>
        <Link href={linkTo(calculationFrom(input))}>Open this interval in the calculator</Link>
      </p>
    </>
  );
}
