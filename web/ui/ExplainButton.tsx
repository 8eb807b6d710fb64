import css from './explanation.module.css';

interface Props {
  /** What the figure is called; read out before it. */
  readonly label: string;
  /** The figure as it reads. */
  readonly text: string;
  readonly isPicked: boolean;
  readonly onPick: () => void;
}

/** A figure that says how it came about when it is clicked. */
export function ExplainButton({ label, text, isPicked, onPick }: Props) {
  return (
    <button
      type="button"
      className={css.explain}
      aria-pressed={isPicked}
      aria-label={`${label} ${text}: how it came about`}
      onClick={onPick}
    >
      {text}
    </button>
  );
}
