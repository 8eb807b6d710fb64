import { memo, useCallback, useMemo } from 'react';
import type { HeadcountAnswer, HeadcountGroup } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import type { Issue } from '../../../engine/units';
import { type CellChange, EditTable, writeCell } from '../../grid';
import { editPlan, plainPath } from '../../state';
import { Panel } from '../../ui';
import css from './headcount.module.css';
import { RangeTool } from './RangeTool';
import { type WeekRow, weekColumns, weekRows } from './week-columns';
import { setWeek, type WeekField } from './week-edits';

interface Props {
  readonly plan: Plan;
  readonly answer: HeadcountAnswer;
  readonly group: HeadcountGroup;
  readonly name: string;
  readonly unit: 'fte' | 'heads';
  readonly service: Float64Array | null;
  readonly issues: readonly Issue[];
  readonly stale: boolean;
}

/** The weeks of a row as a spreadsheet: hires, attrition, shrinkage and overtime are edited, the rest follows. */
export const WeekGrid = memo(function WeekGrid(props: Props) {
  const { plan, answer, group, name, unit, service, issues, stale } = props;
  const teams = useMemo(() => plan.teams.filter((team) => group.teams.includes(team.id)), [plan, group]);
  const columns = useMemo(
    () => weekColumns({ plan, teams, group, unit, service }),
    [plan, teams, group, unit, service],
  );
  const rows = useMemo(() => weekRows(answer), [answer]);
  const change = useCallback(
    (changes: readonly CellChange<WeekRow>[]) => {
      const [first] = changes;
      if (!first) return;
      const what =
        changes.length > 1
          ? `Paste ${changes.length} weeks into ${name}`
          : `${first.column.label} of ${name}, ${rows[first.index]?.label ?? ''}: ${writeCell(first.column, first.value) || 'as usual'}`;
      editPlan(what, (draft) => {
        for (const team of draft.teams) {
          if (!group.teams.includes(team.id)) continue;
          for (const { index, column, value } of changes) {
            setWeek(team, plan.calendar, column.key as WeekField, index, typeof value === 'number' ? value : null);
          }
        }
      });
    },
    [plan.calendar, group.teams, name, rows],
  );
  const issueAt = useCallback(
    (week: number, path: string) => {
      const places = plan.teams.flatMap((team, at) =>
        group.teams.includes(team.id) ? [`teams[${at}].${path}[${week}]`] : [],
      );
      return issues.find((issue) => places.includes(plainPath(issue.path)));
    },
    [issues, plan.teams, group.teams],
  );
  return (
    <Panel
      title={`Weeks of ${name}`}
      description="Type, paste a block from a spreadsheet, or change a stretch of weeks at once. Hires are those who start on contacts; a figure planned for a week stands in place of the usual one in that week alone."
      stale={stale}
    >
      <RangeTool plan={plan} weeks={answer.weeks} teams={group.teams} name={name} />
      <EditTable
        label={`Headcount by week, ${name}`}
        columns={columns}
        rows={rows}
        keyOf={(row) => String(row.week)}
        onChange={change}
        issueAt={issues.length > 0 ? issueAt : undefined}
        maxHeight={520}
      />
      {teams.length > 1 && (
        <p className={css.note}>
          These are {teams.length} teams together: a figure that you set holds for each of them. Hires belong to one
          team; pick one to plan them.
        </p>
      )}
    </Panel>
  );
});
