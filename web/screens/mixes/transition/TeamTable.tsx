import { memo, useMemo } from 'react';
import type { TransitionAnswer, TransitionTeam } from '../../../../engine/answers';
import { formatNumber, NOTHING } from '../../../format';
import { type Column, DataTable } from '../../../ui';
import { fewHeads } from './few-heads';

interface Props {
  readonly teams: readonly TransitionTeam[];
  readonly limits: TransitionAnswer['limits'];
}

/** Who grows and who shrinks, by how much, and how fast they can. */
export const TeamTable = memo(function TeamTable({ teams, limits }: Props) {
  const columns = useMemo((): Column<TransitionTeam>[] => {
    const limitOf = ({ id }: TransitionTeam) => limits.find(({ team }) => team === id);
    const plain = (key: string, label: string, render: (row: TransitionTeam) => string): Column<TransitionTeam> => ({
      key,
      label,
      numeric: true,
      render,
    });
    return [
      { key: 'name', label: 'Team', render: ({ name }) => name },
      plain('now', 'Heads as planned today', ({ now }) => fewHeads(now)),
      plain('started', 'Start', ({ started }) => fewHeads(started)),
      plain('released', 'Let go', ({ released }) => fewHeads(released)),
      plain('end', 'when moved', ({ atEnd }) => fewHeads(atEnd)),
      plain('target', 'as the target has them', ({ target }) => fewHeads(target)),
      plain('lead', 'Weeks to first start', (row) => String(limitOf(row)?.leadWeeks ?? NOTHING)),
      plain('most', 'Most a month', (row) => {
        const most = limitOf(row)?.perMonth;
        return most === undefined ? NOTHING : formatNumber(most, 1);
      }),
      { key: 'why', label: 'Held by', render: (row) => limitOf(row)?.why ?? NOTHING },
    ];
  }, [limits]);
  return <DataTable label="Teams that change" columns={columns} rows={teams} keyOf={({ id }) => id} />;
});
