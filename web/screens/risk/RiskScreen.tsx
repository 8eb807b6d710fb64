import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useMemo } from 'react';
import { joinFindings, riskParts } from '../../../engine/answers';
import { useView } from '../../address';
import { formatNumber } from '../../format';
import { editPlan, usePlanStore } from '../../state';
import { RunBar, Screen, Source } from '../../ui';
import { useParts } from '../../work';
import { ApartTable } from './ApartTable';
import { CauseTables } from './CauseTables';
import { DotPlot } from './DotPlot';
import { DriftPanel } from './drift';
import { ExceedanceChart } from './ExceedanceChart';
import { HazardTable } from './HazardTable';
import { RiskFigures } from './RiskFigures';
import css from './risk.module.css';
import { errorsShown, FIGURE_WORDS, RISK_VIEW, spanOf, studyOf, writerOf, YEARS } from './risk-view';
import { Stories } from './Stories';
import { useRiskAnswer } from './use-risk-answer';
import { Waterfall } from './Waterfall';
import { WeekFan } from './WeekFan';

const FIGURE_CHOICES = Object.entries(FIGURE_WORDS).map(([value, { label }]) => ({ value, label }));

/** What a year may cost, how bad the worst twentieth is, what causes it, and the worst years told. */
export function RiskScreen() {
  const plan = usePlanStore((state) => state.plan);
  const [view, setView] = useView('risk', RISK_VIEW);
  const { figure } = view;
  const years = Number(view.years);
  const { demand, people, isOwn } = errorsShown(plan ?? {}, view);
  const study = useMemo(() => studyOf(years, view.seed, { demand, people }), [years, view.seed, demand, people]);
  // Each revision has errors of its own, unless others are tried out.
  const drifting = useMemo(
    () => ({
      seed: view.seed,
      ...(view.demand < 0 ? {} : { demandError: view.demand / 100 }),
      ...(view.people < 0 ? {} : { peopleError: view.people / 100 }),
    }),
    [view.seed, view.demand, view.people],
  );
  const parts = useParts('risk', joinFindings, JSON.stringify(study));
  const { data, stale, running } = parts;
  const found = data && !stale ? data : null;
  const report = useRiskAnswer(found, JSON.stringify(study));
  const left = useMemo(
    () => (plan && !running ? riskParts(plan, study, found ?? undefined) : []),
    [plan, study, found, running],
  );
  if (!plan) return null;
  const count = formatNumber(years, 0);
  const write = writerOf(figure, plan.currency);
  const isDone = !running && left.length === 0;
  const start = () =>
    parts.run(left, {
      next: (now) => riskParts(plan, study, now),
      spanOf: (part) => spanOf(part, years),
    });
  const distribution = report?.distributions.find((one) => one.figure === figure);
  const attribution = report?.attributions.find((one) => one.figure === figure);
  const comparison = report?.comparisons?.figures.find((one) => one.figure === figure);
  return (
    <Screen
      title="Risk"
      intro="Sampled years of this plan: which hazards come true, when and for how long, what they strike together, and how far demand and people are off."
    >
      <div className={css.controls}>
        <NativeSelect
          label="Years"
          size="xs"
          data={YEARS.map((value) => ({ value, label: formatNumber(Number(value), 0) }))}
          value={view.years}
          onChange={({ currentTarget: { value } }) => setView({ years: YEARS.find((one) => one === value) ?? '100' })}
        />
        <Percent label="Demand off by, %" value={demand} onChange={(value) => setView({ demand: value })} />
        <Percent label="People off by, %" value={people} onChange={(value) => setView({ people: value })} />
        {!isOwn && (
          <>
            <Button size="xs" variant="default" onClick={() => keepErrors(demand, people, setView)}>
              Keep in the plan
            </Button>
            <Button size="xs" variant="subtle" onClick={() => setView({ demand: -1, people: -1 })}>
              As in the plan
            </Button>
          </>
        )}
        <NumberInput
          label="Seed"
          size="xs"
          w={90}
          min={0}
          max={1e9}
          allowDecimal={false}
          value={view.seed}
          onChange={(value) => typeof value === 'number' && setView({ seed: value })}
        />
        <NativeSelect
          label="Figure"
          size="xs"
          data={FIGURE_CHOICES}
          value={figure}
          onChange={({ currentTarget: { value } }) => setView({ figure: RISK_VIEW.figure.read(value) })}
        />
        {!running && (
          <Button size="xs" onClick={start} disabled={isDone}>
            {isDone ? `${count} years sampled` : `${found ? 'Go on with' : 'Sample'} ${count} years`}
          </Button>
        )}
      </div>
      <RunBar {...parts} retry={start} what={`the study of ${count} years`} />
      {report && distribution && attribution && (
        <>
          <RiskFigures report={report} distribution={distribution} write={write} />
          <div className={css.charts}>
            <ExceedanceChart distribution={distribution} years={report.years} write={write} />
            <DotPlot distribution={distribution} years={report.years} write={write} />
          </div>
          {report.fan && (
            <div>
              <NativeSelect
                label="Week by week"
                size="xs"
                w={220}
                data={[
                  { value: 'contactsLost', label: 'Contacts lost' },
                  { value: 'serviceLevel', label: 'Served within target' },
                ]}
                value={view.weeks}
                onChange={({ currentTarget: { value } }) => setView({ weeks: RISK_VIEW.weeks.read(value) })}
              />
              <WeekFan fan={report.fan} figure={view.weeks} />
            </div>
          )}
          <Waterfall attribution={attribution} write={write} />
          <CauseTables
            attribution={attribution}
            write={write}
            dimension={view.place}
            onDimension={(place) => setView({ place })}
          />
          {comparison && report.comparisons && (
            <ApartTable comparison={comparison} years={report.comparisons.years} write={write} />
          )}
          <Stories plan={plan} stories={report.stories} />
        </>
      )}
      <DriftPanel
        options={drifting}
        earlier={Number(view.earlier)}
        years={Number(view.driftYears)}
        onChange={setView}
      />
      <HazardTable plan={plan} />
      {report && <Source provenance={report.provenance} />}
    </Screen>
  );
}

/** Makes what is tried out the plan's own. */
function keepErrors(demand: number, people: number, setView: (view: { demand: number; people: number }) => void): void {
  editPlan('set how far a year may be off', (draft) => {
    draft.risk = { ...draft.risk, demandErrorShare: demand / 100, peopleErrorShare: people / 100 };
  });
  setView({ demand: -1, people: -1 });
}

function Percent(props: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  return (
    <NumberInput
      label={props.label}
      description={null}
      size="xs"
      w={130}
      min={0}
      max={30}
      value={props.value}
      onChange={(value) => typeof value === 'number' && props.onChange(value)}
    />
  );
}
