import css from './concentration.module.css';

const SHOWN = 4;

/** The streams in which counting providers hides a bet: several of them, and one owner, country or metro below. */
export function Hidden({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section className={css.hidden} aria-label="What counting providers hides">
      <h2>What counting providers hides</h2>
      <ul>
        {lines.slice(0, SHOWN).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
