import type { ConcentrationAnswer } from '../../../engine/answers';
import { Icon } from '../../ui';
import css from './concentration.module.css';

interface Props {
  readonly breaches: ConcentrationAnswer['breaches'];
  readonly hasLimits: boolean;
}

/** The limits that the footprint breaks, worst first. */
export function Breaches({ breaches, hasLimits }: Props) {
  if (!hasLimits) return <p className={css.quiet}>This plan sets no limits on shares.</p>;
  if (breaches.length === 0) {
    return (
      <p className={css.kept}>
        <Icon name="check" /> Every limit of the plan is kept.
      </p>
    );
  }
  return (
    <section className={css.breaches} aria-label="Limits broken">
      <h2>
        <Icon name="warning" /> {breaches.length} {breaches.length === 1 ? 'limit is' : 'limits are'} broken
      </h2>
      <ul>
        {breaches.map((breach) => (
          <li key={`${breach.dimension} ${breach.member} ${breach.kind}`}>{breach.sentence}</li>
        ))}
      </ul>
    </section>
  );
}
