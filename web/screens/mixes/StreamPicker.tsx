import type { Plan } from '../../../engine/plan';
import { Icon } from '../../ui';
import css from './mixes.module.css';

interface Props {
  readonly plan: Plan;
  readonly picked: readonly string[];
  readonly onChange: (streams: readonly string[]) => void;
}

/** Which streams are moved: all of them, or those that are ticked. */
export function StreamPicker({ plan, picked, onChange }: Props) {
  const names = picked.map((id) => plan.streams.find((stream) => stream.id === id)?.name ?? id);
  const toggle = (id: string) => {
    onChange(picked.includes(id) ? picked.filter((each) => each !== id) : [...picked, id]);
  };
  return (
    <div className={css.place}>
      <span className={css.label}>Streams</span>
      <details className={css.streams}>
        <summary>
          <span>{names.length === 0 ? 'All streams' : names.length === 1 ? names[0] : `${names.length} streams`}</span>
          <Icon name="down" size={14} />
        </summary>
        <div className={css.streamList}>
          <label>
            <input type="checkbox" checked={picked.length === 0} onChange={() => onChange([])} /> All streams
          </label>
          {plan.streams.map(({ id, name }) => (
            <label key={id}>
              <input type="checkbox" checked={picked.includes(id)} onChange={() => toggle(id)} /> {name}
            </label>
          ))}
        </div>
      </details>
    </div>
  );
}
