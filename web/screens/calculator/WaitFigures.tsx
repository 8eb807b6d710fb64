import type { QueueCalculation } from '../../../engine/answers';
import { formatNumber } from '../../format';
import { duration, exactShare } from '../../queue';
import { ExplainedFigures } from '../../ui';
import css from './calculator.module.css';

interface Props {
  readonly answer: QueueCalculation;
  /** The queue with the agents required, or with those at hand. */
  readonly shown: QueueCalculation | NonNullable<QueueCalculation['atHand']>;
  readonly stale: boolean;
}

/** What the waits come to besides the average speed of answer. */
export function WaitFigures({ answer, shown, stale }: Props) {
  const queue = answer.atHand ?? answer.queue;
  if (!queue) return null;
  const { explanations } = shown;
  const { queueLength } = queue;
  return (
    <div className={css.figures}>
      <ExplainedFigures
        stale={stale}
        figures={[
          {
            name: 'wait',
            label: 'Probability of waiting',
            text: exactShare(queue.waitProbability),
            detail: 'do not reach an agent at once',
            explanation: explanations.waitProbability ?? null,
          },
          {
            name: 'mean',
            label: 'Mean wait of all',
            text: duration(queue.meanWaitSeconds),
            detail: 'those who gave up included',
            explanation: explanations.meanWaitSeconds ?? null,
          },
          {
            name: 'length',
            label: 'Contacts waiting',
            text: queueLength === null ? 'without end' : formatNumber(queueLength, 2),
            detail: 'in the mean, at any moment',
            explanation: explanations.queueLength ?? null,
          },
        ]}
      />
    </div>
  );
}
