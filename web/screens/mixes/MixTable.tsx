import { Fragment, memo } from 'react';
import type { MixFigures } from '../../../engine/answers';
import { formatChange, NOTHING, signed } from '../../format';
import { Panel } from '../../ui';
import { isBetter, type MixRow, mixGroups } from './mix-rows';
import css from './mixes.module.css';

interface Props {
  readonly base: MixFigures;
  readonly variant: MixFigures;
  readonly currency: string;
  readonly stale: boolean;
}

/** Today's footprint and the mix beside each other, with the variance. */
export const MixTable = memo(function MixTable({ base, variant, currency, stale }: Props) {
  const groups = mixGroups(base, variant, currency);
  return (
    <Panel title="Side by side" description={`${variant.name}; same demand, same disruption for both.`} stale={stale}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={css.tableBox} aria-label="Figures of both mixes" tabIndex={0}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col">Plan as it is</th>
              <th scope="col">With the mix</th>
              <th scope="col">Difference</th>
              <th scope="col">%</th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <Fragment key={group.title}>
                <tr className={css.group}>
                  <th scope="rowgroup" colSpan={5}>
                    {group.title}
                  </th>
                </tr>
                {group.rows.map((row) => (
                  <Row key={row.key} row={row} />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
});

function Row({ row }: { readonly row: MixRow }) {
  const change = row.base === null || row.mix === null ? null : row.mix - row.base;
  const text = change === null ? NOTHING : row.writeChange ? row.writeChange(change) : signed(change, row.write);
  const zero = row.writeChange ? row.writeChange(0) : signed(0, row.write);
  const better = text === zero ? null : isBetter(row);
  return (
    <tr>
      <th scope="row">{row.label}</th>
      <td>{row.write(row.base)}</td>
      <td>{row.write(row.mix)}</td>
      <td data-better={better ?? undefined}>
        {text}
        {better !== null && <span className={css.word}> {better ? 'better' : 'worse'}</span>}
      </td>
      <td>{row.writeChange ? '' : formatChange(row.mix, row.base)}</td>
    </tr>
  );
}
