import { Button } from '@mantine/core';
import { type KeyboardEvent, memo, useMemo } from 'react';
import type { MoneyAnswer } from '../../../engine/answers';
import { formatShare } from '../../format';
import { Panel } from '../../ui';
import css from './money.module.css';
import { amount, type Reading } from './money-words';
import { type Period, type TreeRow, treeRows } from './tree-rows';

interface Props {
  readonly answer: MoneyAnswer;
  readonly period: Period;
  readonly open: readonly string[];
  readonly reading: Reading;
  readonly stale: boolean;
  readonly onOpen: (open: readonly string[]) => void;
}

/** The loaded cost as a table whose rows open: whole, provider or site, team, component; a column a period. */
export const CostTree = memo(function CostTree({ answer, period, open, reading, stale, onOpen }: Props) {
  const rows = useMemo(() => treeRows(answer, period, new Set(open)), [answer, period, open]);
  const groups = answer.periods[period];
  const toggle = (row: TreeRow, to = !row.isOpen) => {
    if (row.hasChildren && to !== row.isOpen)
      onOpen(to ? [...open, row.path] : open.filter((path) => path !== row.path));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, row: TreeRow) => {
    const buttons = [...event.currentTarget.closest('table')!.querySelectorAll<HTMLElement>('tbody button')];
    const at = buttons.indexOf(event.currentTarget);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === 'ArrowRight') toggle(row, true);
    else if (event.key === 'ArrowLeft') toggle(row, false);
    else if (to === undefined) return;
    else buttons[Math.max(0, Math.min(buttons.length - 1, to))]?.focus();
    event.preventDefault();
  };
  return (
    <Panel
      title={`Loaded cost, ${answer.name}`}
      description={`Every row is the sum of those below it. Amounts in ${reading.code}${reading.perUnit === 1 ? '' : `, at ${reading.perUnit} for one ${answer.currency} throughout`}; open a row with its name or the right arrow key. Parts of a ${period === 'period' ? 'month' : period} at the ends of the plan are marked.`}
      stale={stale}
      actions={
        open.length > 0 && (
          <Button size="compact-xs" variant="default" onClick={() => onOpen([])}>
            Close all
          </Button>
        )
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={css.box} aria-label="Cost tree" tabIndex={0}>
        <table className={css.tree}>
          <thead>
            <tr>
              <th scope="col">Cost of</th>
              <th scope="col" data-numeric>
                Whole plan
              </th>
              <th scope="col" data-numeric>
                Share
              </th>
              {groups.map(({ label, startDate, endDate, isWhole }) => (
                <th key={label} scope="col" data-numeric title={`${startDate} to ${endDate}`}>
                  {label}
                  {isWhole ? '' : ' (part)'}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.path} data-level={row.level}>
                <th scope="row" style={{ paddingInlineStart: 8 + row.depth * 16 }}>
                  {row.hasChildren ? (
                    <button
                      type="button"
                      className={css.branch}
                      aria-expanded={row.isOpen}
                      onClick={() => toggle(row)}
                      onKeyDown={(event) => onKeyDown(event, row)}
                    >
                      <span aria-hidden="true" className={css.arrow}>
                        {row.isOpen ? '▾' : '▸'}
                      </span>
                      {row.name}
                    </button>
                  ) : (
                    row.name
                  )}
                </th>
                <td data-numeric>{amount(row.total, reading)}</td>
                <td data-numeric>{formatShare(row.share)}</td>
                {row.values.map((value, at) => (
                  <td key={groups[at]!.label} data-numeric>
                    {amount(value, reading)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
});
