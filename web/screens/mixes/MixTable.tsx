import { Fragment, memo, type ReactNode } from 'react';
import type { MixFigures } from '../../../engine/answers';
import { formatChange, NOTHING, signed } from '../../format';
import { Panel } from '../../ui';
import { isBetter, type MixRow, mixGroups } from './mix-rows';
import css from './mixes.module.css';

interface Props {
  readonly base: MixFigures;
  readonly variants: readonly MixFigures[];
  readonly currency: string;
  readonly stale: boolean;
  readonly actions: ReactNode;
}

/** Today's footprint and the mixes beside each other, with the variance. */
export const MixTable = memo(function MixTable({ base, variants, currency, stale, actions }: Props) {
  const groups = variants.map((variant) => mixGroups(base, variant, currency));
  const [first] = groups;
  const isAlone = variants.length === 1;
  const columns = isAlone ? 5 : 2 + 2 * variants.length;
  if (!first) return null;
  return (
    <Panel
      title="Side by side"
      description={`${isAlone ? `${variants[0]!.name}; ` : ''}same demand, same disruption for all.`}
      stale={stale}
      actions={actions}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={css.tableBox} aria-label="Figures of the mixes" tabIndex={0}>
        <table className={css.table} data-many={!isAlone || undefined}>
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col">Plan as it is</th>
              {variants.map(({ id, name }) => (
                <Fragment key={id}>
                  <th scope="col">{isAlone ? 'With the mix' : name}</th>
                  <th scope="col">Difference</th>
                </Fragment>
              ))}
              {isAlone && <th scope="col">%</th>}
            </tr>
          </thead>
          <tbody>
            {first.map((group, at) => (
              <Fragment key={group.title}>
                <tr className={css.group}>
                  <th scope="rowgroup" colSpan={columns}>
                    {group.title}
                  </th>
                </tr>
                {group.rows.map((row) => (
                  <Row
                    key={row.key}
                    rows={groups.map((each) => each[at]!.rows.find(({ key }) => key === row.key) ?? null)}
                    row={row}
                    isAlone={isAlone}
                  />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
});

function Row(props: { readonly row: MixRow; readonly rows: readonly (MixRow | null)[]; readonly isAlone: boolean }) {
  const { row, rows, isAlone } = props;
  return (
    <tr>
      <th scope="row">{row.label}</th>
      <td>{row.write(row.base)}</td>
      {rows.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their order
        <Mix key={at} row={each} />
      ))}
      {isAlone && <td>{row.writeChange ? '' : formatChange(row.mix, row.base)}</td>}
    </tr>
  );
}

function Mix({ row }: { readonly row: MixRow | null }) {
  if (!row)
    return (
      <>
        <td>{NOTHING}</td>
        <td>{NOTHING}</td>
      </>
    );
  const change = row.base === null || row.mix === null ? null : row.mix - row.base;
  const text = change === null ? NOTHING : row.writeChange ? row.writeChange(change) : signed(change, row.write);
  const zero = row.writeChange ? row.writeChange(0) : signed(0, row.write);
  const better = text === zero ? null : isBetter(row);
  return (
    <>
      <td>{row.write(row.mix)}</td>
      <td data-better={better ?? undefined}>
        {text}
        {better !== null && <span className={css.word}> {better ? 'better' : 'worse'}</span>}
      </td>
    </>
  );
}
