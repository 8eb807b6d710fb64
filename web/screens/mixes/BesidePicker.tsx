import { Icon } from '../../ui';
import css from './mixes.module.css';
import type { Target } from './targets';

interface Props {
  readonly targets: readonly Target[];
  readonly picked: readonly string[];
  readonly onChange: (picked: readonly string[]) => void;
}

/** Which kept scenarios and picked mixes stand beside the move. */
export function BesidePicker({ targets, picked, onChange }: Props) {
  const count = targets.filter(({ value }) => picked.includes(value)).length;
  const toggle = (value: string) => {
    onChange(picked.includes(value) ? picked.filter((each) => each !== value) : [...picked, value]);
  };
  return (
    <details className={css.streams}>
      <summary>
        <span>{count === 0 ? 'Put others beside it' : `${count} ${count === 1 ? 'other' : 'others'} beside it`}</span>
        <Icon name="down" size={14} />
      </summary>
      <div className={css.streamList}>
        {targets.length === 0 && <span>Keep a move as a scenario first.</span>}
        {targets.map(({ value, label }) => (
          <label key={value}>
            <input type="checkbox" checked={picked.includes(value)} onChange={() => toggle(value)} /> {label}
          </label>
        ))}
      </div>
    </details>
  );
}
