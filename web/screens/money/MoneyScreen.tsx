import { memo, useCallback, useDeferredValue, useMemo } from 'react';
import type { Plan } from '../../../engine/plan';
import { useView } from '../../address';
import { CrosshairGroup } from '../../charts';
import { download, workbookOf } from '../../format';
import { nameIssues, usePlanStore } from '../../state';
import { Empty, InTurn, IssueList, RunBar, Screen, Source } from '../../ui';
import { useAnswer } from '../../work';
import { AssumptionTable } from './AssumptionTable';
import { BudgetPanel } from './BudgetPanel';
import { CasePanel } from './CasePanel';
import { CostBridge } from './CostBridge';
import { CostTree } from './CostTree';
import { MoneyControls } from './MoneyControls';
import { MoneyFigures } from './MoneyFigures';
import css from './money.module.css';
import { moneyView } from './money-view';
import { readingOf } from './money-words';
import { moneySheets, treeCsv } from './money-workbook';
import { PayPanel } from './PayPanel';
import { StaffingByValue } from './StaffingByValue';
import { ValuePanel } from './ValuePanel';

/** What the plan costs, fully loaded, and what its contacts are worth. */
export function MoneyScreen() {
  const plan = useDeferredValue(usePlanStore((state) => state.plan));
  return (
    <Screen
      title="Money"
      intro="What the plan costs, down to the team and the week, and what its contacts are worth: margins, customers kept and lost, staffing by value, and whether a change pays for itself."
    >
      {plan ? <Money plan={plan} /> : <Empty title="No plan is open">Open one above to see its money.</Empty>}
    </Screen>
  );
}

const Money = memo(function Money({ plan }: { readonly plan: Plan }) {
  const [view, setView] = useView('money', moneyView);
  const issues = usePlanStore((state) => state.issues);
  const known = (id: string) => (plan.scenarios.some((one) => one.id === id) ? id : undefined);
  const scenario = known(view.scenario);
  const against = scenario === undefined ? undefined : known(view.against);
  const options = useMemo(() => ({ by: view.by, scenario, against }), [view.by, scenario, against]);
  const valueOptions = useMemo(() => ({ scenario }), [scenario]);
  const { data, stale, ...run } = useAnswer('money', options);
  const value = useAnswer('value', valueOptions);
  const reading = useMemo(() => readingOf(plan, view.currency), [plan, view.currency]);
  const onOpen = useCallback((open: readonly string[]) => setView({ open }), [setView]);
  const onLine = useCallback((line: number) => setView({ line }), [setView]);
  const onCase = useCallback((id: string) => setView({ case: id }), [setView]);
  const onRaise = useCallback((raise: number) => setView({ raise }), [setView]);
  const onFigures = useCallback((figures: 'value' | 'cost' | 'case') => setView({ figures }), [setView]);
  const onCsv = () => {
    if (data) download(`\uFEFF${treeCsv(data, view.period)}`, `${plan.name} cost`, 'csv');
  };
  const onWorkbook = async () => {
    if (!data) return;
    const sheets = moneySheets(plan, data, value.stale ? null : value.data);
    download(await workbookOf(sheets), `${plan.name} money`, 'xlsx');
  };
  return (
    <CrosshairGroup>
      <MoneyControls
        plan={plan}
        view={view}
        setView={setView}
        isReady={data !== null && !stale}
        onCsv={onCsv}
        onWorkbook={() => void onWorkbook()}
      />
      {issues.length > 0 && (
        <IssueList
          title={`${issues.length} ${issues.length === 1 ? 'mistake' : 'mistakes'}: nothing is computed or saved until mended or undone`}
          issues={nameIssues(issues, plan)}
        />
      )}
      <RunBar {...run} what="the cost" />
      {data && (
        <InTurn>
          <p className={css.sentence} data-stale={stale || undefined}>
            {data.sentence}
          </p>
          <MoneyFigures money={data} value={value.data} reading={reading} stale={stale || value.stale} />
          <CostTree
            answer={data}
            period={view.period}
            open={view.open}
            reading={reading}
            stale={stale}
            onOpen={onOpen}
          />
          <CostBridge answer={data} reading={reading} stale={stale} />
          <BudgetPanel
            sameEveryMonth={sameBudget(plan)}
            answer={data}
            period={view.period === 'week' ? 'period' : view.period}
            reading={reading}
            line={view.line}
            stale={stale}
            onLine={onLine}
          />
          <Source provenance={data.provenance} />
          <RunBar {...value} what="the value" />
          {value.data && (
            <>
              <p className={css.sentence} data-stale={value.stale || undefined}>
                {value.data.sentence}
              </p>
              <ValuePanel answer={value.data} reading={reading} stale={value.stale} />
              <Source provenance={value.data.provenance} />
            </>
          )}
          <StaffingByValue reading={reading} />
          <CasePanel plan={plan} picked={view.case} reading={reading} onPick={onCase} />
          <PayPanel raise={view.raise} reading={reading} onRaise={onRaise} />
        </InTurn>
      )}
      <AssumptionTable plan={plan} figures={view.figures} issues={issues} onFigures={onFigures} />
    </CrosshairGroup>
  );
});

/** The whole plan's budget where every month has the same; null where months differ or there is none. */
function sameBudget({ money }: Plan): number | null {
  const all = money?.budget?.find(({ of }) => of === 'all');
  return all?.perMonth.length === 1 ? (all.perMonth[0] ?? null) : null;
}
