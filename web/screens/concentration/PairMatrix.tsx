import type { CSSProperties } from 'react';
import type { PairSweepAnswer } from '../../../engine/answers';
import { formatCompact, memberLabel } from '../../format';
import css from './concentration.module.css';

/** Contacts lost for good by pair, the single failure on the diagonal; the darker the worse. */
export function PairMatrix({ answer }: { readonly answer: PairSweepAnswer }) {
  const { nodes, pairs } = answer;
  const lost = new Map(pairs.map((pair) => [pair.nodes.join(' '), pair.impact.contactsLost]));
  const worst = Math.max(1, ...lost.values());
  const at = (a: number, b: number) =>
    a === b ? nodes[a]!.impact.contactsLost : (lost.get(`${Math.min(a, b)} ${Math.max(a, b)}`) ?? 0);
  const names = nodes.map(({ dimension, member, label }) => memberLabel(dimension, member, label));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={css.matrixBox} aria-label="Contacts lost by pair" tabIndex={0}>
      <table className={css.matrix}>
        <caption>Contacts lost for good when both fail; each alone on the diagonal</caption>
        <thead>
          <tr>
            <td />
            {names.map((name, column) => (
              <th key={nodes[column]!.dimension + nodes[column]!.member} scope="col">
                <span>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name, row) => (
            <tr key={nodes[row]!.dimension + nodes[row]!.member}>
              <th scope="row">{name}</th>
              {names.map((other, column) => {
                const value = at(row, column);
                const style = { '--strength': `${Math.round((45 * Math.max(0, value)) / worst)}%` } as CSSProperties;
                return (
                  <td
                    key={nodes[column]!.dimension + nodes[column]!.member}
                    style={style}
                    data-alone={row === column || undefined}
                    title={row === column ? `${name} alone` : `${name} and ${other}`}
                  >
                    {formatCompact(value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
