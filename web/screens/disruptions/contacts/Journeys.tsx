import { memo } from 'react';
import type { FollowAnswer, ToldJourney } from '../../../../engine/answers';
import { formatCount, formatDay, formatShare } from '../../../format';
import css from './contacts.module.css';

interface Props {
  readonly told: FollowAnswer;
  /** Names of streams by id. */
  readonly names: ReadonlyMap<string, string>;
}

const OUTCOMES = { answered: 'answered in the end', lost: 'lost', open: 'still open' } as const;

/** The lives of single customers, each a list of what happened and when. */
export const Journeys = memo(function Journeys({ told, names }: Props) {
  if (told.journeys.length === 0) return <p className={css.note}>No customers in these days.</p>;
  return (
    <ol className={css.journeys}>
      {told.journeys.map((journey) => (
        <li key={`${journey.steps[0]?.at} ${journey.stream} ${journey.alike} ${journey.steps.length}`}>
          <details className={css.journey} open={journey === told.journeys[0]}>
            <summary>
              <span className={css.outcome} data-outcome={journey.outcome}>
                {attempts(journey)}, {OUTCOMES[journey.outcome]}
              </span>
              <span className={css.alike}>
                {names.get(journey.stream)}: {alike(journey)}
              </span>
            </summary>
            <ol className={css.steps}>
              {journey.steps.map((step, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: steps never change their order
                <li key={at}>
                  <time dateTime={step.at}>{clock(journey, at)}</time>
                  <span>{step.text}</span>
                </li>
              ))}
            </ol>
          </details>
        </li>
      ))}
    </ol>
  );
});

function attempts({ attempts: count }: ToldJourney): string {
  return count === 1 ? 'One contact' : `${count} contacts`;
}

function alike({ alike: count, customers }: ToldJourney): string {
  if (count === 1) return `one customer of ${formatCount(customers)} went this way`;
  const part = count / customers;
  const often = part < 0.01 ? `one in ${formatCount(Math.round(1 / part))}` : formatShare(part);
  return `${formatCount(count)} customers of ${formatCount(customers)} went this way (${often})`;
}

/** The time, with its day where that is another than the step's before. */
function clock({ steps }: ToldJourney, at: number): string {
  const [day = '', time = ''] = steps[at]!.at.split('T');
  const before = at > 0 ? steps[at - 1]!.at.split('T')[0] : null;
  return day === before ? time : `${formatDay(day)} ${time}`;
}
