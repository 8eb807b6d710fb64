import { memo, useCallback, useDeferredValue, useMemo } from 'react';
import type { Plan } from '../../../engine/plan';
import { useView } from '../../address';
import { CrosshairGroup } from '../../charts';
import { download, workbookOf } from '../../format';
import { nameIssues, usePlanStore } from '../../state';
import { Empty, InTurn, IssueList, RunBar, Screen, Source } from '../../ui';
import { useAnswer } from '../../work';
import { GapHeatmap } from './GapHeatmap';
import { HeadcountControls } from './HeadcountControls';
import { HeadcountFigures } from './HeadcountFigures';
import { HirePlan } from './HirePlan';
import css from './headcount.module.css';
import { headcountCsv } from './headcount-csv';
import { headcountView } from './headcount-view';
import { LaunchPanel } from './LaunchPanel';
import { NeedChart, ServiceChart } from './PeopleCharts';
import { PeopleRules } from './rules';
import { ShiftCover } from './ShiftCover';
import { SkillPanel } from './SkillPanel';
import { StaircaseChart } from './StaircaseChart';
import { WeekGrid } from './WeekGrid';
import { headcountSheets, WorkbookImport } from './workbook';

/** Who is needed and who is there, week by week, and what is planned to close the gap. */
export function HeadcountScreen() {
  const plan = useDeferredValue(usePlanStore((state) => state.plan));
  return (
    <Screen
      title="Headcount"
      intro="People needed and people there in every week: who joins, learns, moves and leaves, where you will be short, and what to plan against it."
    >
      {plan ? <Headcount plan={plan} /> : <Empty title="No plan is open">Open one above to see its people.</Empty>}
    </Screen>
  );
}

const Headcount = memo(function Headcount({ plan }: { readonly plan: Plan }) {
  const [view, setView] = useView('headcount', headcountView);
  const issues = usePlanStore((state) => state.issues);
  const options = useMemo(
    () => ({
      by: view.by,
      weeks: view.weeks === 'plan' ? undefined : view.weeks,
      percentile: view.demand === 'forecast' ? undefined : Number(view.demand),
    }),
    [view.by, view.weeks, view.demand],
  );
  const { data, stale, ...run } = useAnswer('headcount', options);
  const busy = useAnswer('headcount', { ...options, percentile: 80 });
  const served = useAnswer('headcount', { by: 'total', service: true });
  const group = data?.groups.find(({ id }) => id === view.row) ?? data?.total ?? null;
  const name = group && data && group !== data.total ? group.name : 'all teams';
  const upper = busy.data?.groups.find(({ id }) => id === view.row) ?? busy.data?.total ?? null;
  const pick = useCallback((row: string) => setView({ row }), [setView]);
  const showRules = useCallback((rules: typeof view.rules) => setView({ rules }), [setView]);
  const onWorkbook = useCallback(async () => {
    if (!data) return;
    const sheets = headcountSheets(plan, data, served.stale ? null : served.data);
    download(await workbookOf(sheets), `${plan.name} headcount`, 'xlsx');
  }, [plan, data, served.data, served.stale]);
  return (
    <CrosshairGroup>
      <HeadcountControls
        view={view}
        setView={setView}
        answer={data}
        onCsv={() => data && download(`\uFEFF${headcountCsv(data)}`, `${plan.name} headcount by ${data.by}`, 'csv')}
        onWorkbook={() => void onWorkbook()}
      >
        <WorkbookImport plan={plan} planHash={data?.provenance.planHash ?? ''} />
      </HeadcountControls>
      {issues.length > 0 && (
        <IssueList
          title={`${issues.length} ${issues.length === 1 ? 'mistake' : 'mistakes'}: nothing is computed or saved until mended or undone`}
          issues={nameIssues(issues, plan)}
        />
      )}
      <RunBar {...run} what="the headcount" />
      {data && group && (
        <InTurn>
          <p className={css.sentence} data-stale={stale || undefined}>
            {data.sentence}
          </p>
          <HeadcountFigures answer={data} group={group} name={name} currency={plan.currency} stale={stale} />
          {view.by !== 'total' && <GapHeatmap answer={data} unit={view.unit} stale={stale} onPick={pick} />}
          <WeekGrid
            plan={plan}
            answer={data}
            group={group}
            name={name}
            unit={view.unit}
            service={served.data?.service?.all ?? null}
            issues={issues}
            stale={stale}
          />
          <PeopleRules plan={plan} teams={group.teams} issues={issues} shown={view.rules} onShow={showRules} />
          {plan.launches && plan.launches.length > 0 && <LaunchPanel />}
          <HirePlan percentile={data.percentile} />
          <ShiftCover />
          <NeedChart answer={data} group={group} busy={upper} name={name} stale={stale} />
          <SkillPanel percentile={data.percentile} />
          <StaircaseChart plan={plan} answer={data} group={group} name={name} stale={stale} />
          <RunBar {...served} what="service by week" />
          {served.data && <ServiceChart answer={served.data} stale={served.stale} />}
          <Source provenance={data.provenance} />
        </InTurn>
      )}
    </CrosshairGroup>
  );
});
