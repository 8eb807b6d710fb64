import { useId } from 'react';

interface Props<Value extends string> {
  /** What is chosen, for those who can't see the choices beside one another. */
  readonly label: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few choices, side by side: radio buttons without any measuring, light enough for every chart. */
export function Segments<Value extends string>({ label, choices, value, onChange }: Props<Value>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className="chart-segments">
      {choices.map((choice) => (
        <label key={choice.value} className="chart-segment" data-chosen={choice.value === value || undefined}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
}
