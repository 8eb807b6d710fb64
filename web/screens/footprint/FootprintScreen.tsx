import { Button, Tabs } from '@mantine/core';
import { useCallback } from 'react';
import { choiceField, textField, useView } from '../../address';
import { nameIssues, usePlanStore } from '../../state';
import { IssueList, Panel, RunBar, Screen } from '../../ui';
import { useAnswer } from '../../work';
import css from './footprint.module.css';
import { PlanTable } from './PlanTable';
import { RoutingPanel } from './routing';
import { duplicateRow, type ListName, removalWords, removeRow } from './row-actions';

const LISTS = [
  { value: 'sites', label: 'Sites', what: 'Where people work: places, hours in their own zone, wages, workplaces.' },
  { value: 'teams', label: 'Teams', what: 'Who works there: heads, skills, languages, shrinkage, attrition.' },
  { value: 'providers', label: 'Providers', what: 'Who employs them, who owns whom, and what is billed.' },
  {
    value: 'streams',
    label: 'Streams',
    what: 'The work itself: contacts, handle time, patience, and what is promised.',
  },
] as const;

const VIEW = { tab: choiceField(['sites', 'teams', 'providers', 'streams'], 'sites'), pick: textField() };

/** The plan's sites, teams, providers and streams as tables to edit. */
export function FootprintScreen() {
  const plan = usePlanStore((state) => state.plan);
  const issues = usePlanStore((state) => state.issues);
  const [view, setView] = useView('footprint', VIEW);
  const check = useAnswer('check', null);
  const pick = useCallback((id: string) => setView({ pick: id === view.pick ? '' : id }), [setView, view.pick]);
  if (!plan) return null;
  const list: ListName = view.tab;
  const picked = plan[list].find(({ id }) => id === view.pick) ?? null;
  const stream = list === 'streams' ? (plan.streams.find(({ id }) => id === view.pick) ?? null) : null;
  const duplicate = () => {
    const id = picked && duplicateRow(plan, list, picked.id);
    if (id) setView({ pick: id });
  };
  const warnings = check.data?.warnings ?? [];
  return (
    <Screen
      title="Footprint"
      intro="Who works where, for whom, on what. Click a cell or press Enter to change it, paste blocks from a spreadsheet; every step can be undone."
    >
      {issues.length > 0 && (
        <IssueList
          title={`${issues.length} ${issues.length === 1 ? 'mistake' : 'mistakes'}: nothing is computed or saved until mended or undone`}
          issues={nameIssues(issues, plan)}
        />
      )}
      <Tabs
        value={list}
        onChange={(value) => setView({ tab: LISTS.find((each) => each.value === value)?.value ?? 'sites', pick: '' })}
        keepMounted={false}
      >
        <Tabs.List className={css.tabs}>
          {LISTS.map(({ value, label }) => (
            <Tabs.Tab key={value} value={value}>
              {label} <span className={css.count}>{plan[value].length}</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {LISTS.map(({ value, label, what }) => (
          <Tabs.Panel key={value} value={value} pt="sm">
            <Panel
              title={label}
              description={what}
              actions={
                <>
                  <Button size="compact-xs" variant="default" disabled={!picked} onClick={duplicate}>
                    Duplicate {picked?.name ?? ''}
                  </Button>
                  <Button
                    size="compact-xs"
                    variant="default"
                    disabled={!picked || plan[value].length < 2}
                    onClick={() => {
                      if (picked) removeRow(plan, list, picked.id);
                      setView({ pick: '' });
                    }}
                  >
                    Remove {picked ? `${picked.name}${removalWords(plan, list, picked.id)}` : ''}
                  </Button>
                </>
              }
            >
              <PlanTable plan={plan} list={value} issues={issues} picked={picked?.id ?? null} onPick={pick} />
            </Panel>
          </Tabs.Panel>
        ))}
      </Tabs>
      {list === 'streams' &&
        (stream ? (
          <RoutingPanel key={stream.id} plan={plan} stream={stream} issues={issues} />
        ) : (
          <p className={css.hint}>Pick a stream to change who answers it: teams, shares, order, helpers, callbacks.</p>
        ))}
      <RunBar {...check} running={false} what="the check" />
      {issues.length === 0 && warnings.length > 0 && (
        <Panel title="Worth a look" description="Allowed, but probably not meant." stale={check.stale}>
          <ul className={css.warnings}>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Panel>
      )}
    </Screen>
  );
}
