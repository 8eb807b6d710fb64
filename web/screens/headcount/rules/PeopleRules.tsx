import { Button, NativeSelect, Tabs } from '@mantine/core';
import { memo, useCallback, useMemo, useState } from 'react';
import type { Plan } from '../../../../engine/plan';
import type { Issue } from '../../../../engine/units';
import { type CellChange, EditTable, writeCell } from '../../../grid';
import { editPlan, plainPath } from '../../../state';
import { Panel } from '../../../ui';
import css from '../headcount.module.css';
import type { AnyRuleTable, DraftPlan } from './rule-table';
import { RULE_KEYS, RULE_TABLES } from './rule-tables';

type RuleKey = (typeof RULE_KEYS)[number];

interface Props {
  readonly plan: Plan;
  /** Ids of the teams looked at; their rows alone are shown where rows belong to teams. */
  readonly teams: readonly string[];
  readonly issues: readonly Issue[];
  readonly shown: RuleKey;
  readonly onShow: (key: RuleKey) => void;
}

/** What people are planned by, table by table; every change is a step that can be undone. */
export const PeopleRules = memo(function PeopleRules({ plan, teams, issues, shown, onShow }: Props) {
  const table = RULE_TABLES[shown];
  return (
    <Panel
      title="What people are planned by"
      description="Click a cell or press Enter to change it, paste blocks from a spreadsheet. Rows follow the teams chosen above."
    >
      <Tabs value={shown} onChange={(value) => onShow(RULE_KEYS.find((key) => key === value) ?? 'onboarding')}>
        <Tabs.List className={css.tabs}>
          {RULE_KEYS.map((key) => (
            <Tabs.Tab key={key} value={key}>
              {RULE_TABLES[key].title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={shown} pt="sm">
          <RuleEditor key={shown} table={table} plan={plan} teams={teams} issues={issues} />
        </Tabs.Panel>
      </Tabs>
    </Panel>
  );
});

interface Row {
  readonly team?: { readonly id: string } | undefined;
}

function RuleEditor({
  table,
  plan,
  teams,
  issues,
}: Omit<Props, 'shown' | 'onShow'> & { readonly table: AnyRuleTable }) {
  const [picked, setPicked] = useState<string | null>(null);
  const [forTeam, setForTeam] = useState('');
  const chosen = useMemo(() => new Set(teams), [teams]);
  const isShown = useCallback((row: Row) => row.team === undefined || chosen.has(row.team.id), [chosen]);
  // A plan is only read here; the same functions write when they are given a draft.
  const rows: Row[] = useMemo(() => table.rows(plan as DraftPlan).filter(isShown), [table, plan, isShown]);
  const columns = useMemo(() => table.columns(plan), [table, plan]);
  const change = useCallback(
    (changes: readonly CellChange<Row>[]) => {
      const [first] = changes;
      if (!first) return;
      const name =
        changes.length > 1
          ? `Paste ${changes.length} cells into ${table.title.toLowerCase()}`
          : `${first.column.label} of ${table.nameOf(rows[first.index])}: ${writeCell(first.column, first.value) || 'nothing'}`;
      editPlan(name, (draft) => {
        const entries = table.rows(draft).filter(isShown);
        for (const { index, column, value } of changes) column.set?.(entries[index], value);
      });
    },
    [table, rows, isShown],
  );
  const issueAt = useCallback(
    (index: number, path: string) => {
      const place = `${table.placeOf(rows[index])}.${path}`;
      return issues.find((issue) => {
        const found = plainPath(issue.path);
        return found === place || found.startsWith(`${place}.`) || found.startsWith(`${place}[`);
      });
    },
    [table, rows, issues],
  );
  const own = plan.teams.filter(({ id }) => chosen.has(id));
  const target = own.find(({ id }) => id === forTeam) ?? own[0];
  const at = rows.findIndex((row) => table.placeOf(row) === picked);
  const add = () => {
    editPlan(`Add to ${table.title.toLowerCase()}`, (draft) => {
      const team = draft.teams.find(({ id }) => id === target?.id) ?? draft.teams[0];
      if (team) table.add?.(draft, team);
    });
  };
  const remove = () => {
    editPlan(`Remove ${table.nameOf(rows[at])}`, (draft) => {
      const row = table.rows(draft).filter(isShown)[at];
      if (row) table.remove?.(draft, row);
    });
    setPicked(null);
  };
  const needsTeam = table.isOfTeam || table.key === 'transfers' || table.key === 'launches';
  return (
    <>
      <p className={css.words}>{table.what}</p>
      {(table.add || table.remove) && (
        <div className={css.range}>
          {needsTeam && own.length > 1 && (
            <NativeSelect
              label="For"
              size="xs"
              data={own.map(({ id, name }) => ({ value: id, label: name }))}
              value={target?.id ?? ''}
              onChange={(event) => setForTeam(event.currentTarget.value)}
            />
          )}
          <Button size="xs" variant="default" onClick={add}>
            Add a row{needsTeam && target ? ` for ${target.name}` : ''}
          </Button>
          <Button size="xs" variant="default" disabled={at < 0} onClick={remove}>
            Remove {at < 0 ? 'the picked row' : table.nameOf(rows[at])}
          </Button>
        </div>
      )}
      {rows.length === 0 ? (
        <p className={css.note}>{table.empty}</p>
      ) : (
        <EditTable
          label={table.title}
          columns={columns}
          rows={rows}
          keyOf={(row) => table.placeOf(row)}
          onChange={change}
          issueAt={issues.length > 0 ? issueAt : undefined}
          picked={picked}
          onPick={table.remove ? (key) => setPicked(key === picked ? null : key) : undefined}
          maxHeight={420}
        />
      )}
    </>
  );
}
