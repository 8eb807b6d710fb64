import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useMemo } from 'react';
import { joinRisk, riskReport } from '../../../engine/answers';
import { useView } from '../../address';
import { usePlanStore } from '../../state';
import { RunBar, Screen, Source } from '../../ui';
import { useParts } from '../../work';
import { ApartTable } from './ApartTable';
import { DotPlot } from './DotPlot';
import { ExceedanceChart } from './ExceedanceChart';
import { HazardTable } from './HazardTable';
import { RiskFigures } from './RiskFigures';
import css from './risk.module.css';
import { FIGURE_WORDS, partsOf, RISK_VIEW, writerOf, YEARS } from './risk-view';
import { Stories } from './Stories';
import { Waterfall } from './Waterfall';

const FIGURE_CHOICES = Object.entries(FIGURE_WORDS).map(([value, { label }]) => ({ value, label }));

/** What a year may cost, how bad the worst twentieth is, what causes it, and the worst years told. */
export function RiskScreen() {
  const plan = usePlanStore((state) => state.plan);
  const [view, setView] = useView('risk', RISK_VIEW);
  const { figure } = view;
  const years = Number(view.years);
  const study = useMemo(
    () => ({ seed: view.seed, demandError: view.demand / 100, peopleError: view.people / 100 }),
    [view.seed, view.demand, view.people],
  );
  const parts = useParts('risk', joinRisk, `${JSON.stringify(study)} ${years}`);
  const { data, stale, running } = parts;
  const report = useMemo(() => (plan && data && !stale ? riskReport(plan, data) : null), [plan, data, stale]);
  if (!plan) return null;
  const write = writerOf(figure, plan.currency);
  const done = new Set(data && !stale ? data.years : []);
  const isDone = done.size >= years;
  const start = () => parts.run(partsOf(study, years, done));
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
          data={[...YEARS]}
          value={view.years}
          onChange={({ currentTarget: { value } }) => setView({ years: YEARS.find((one) => one === value) ?? '100' })}
        />
        <Percent label="Demand off by, %" value={view.demand} onChange={(demand) => setView({ demand })} />
        <Percent label="People off by, %" value={view.people} onChange={(people) => setView({ people })} />
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
            {isDone
              ? `${years} years sampled`
              : done.size > 0
                ? `Sample ${years - done.size} more years`
                : `Sample ${years} years`}
          </Button>
        )}
      </div>
      <RunBar {...parts} retry={start} what={`${years} years`} />
      {report && distribution && attribution && (
        <>
          <RiskFigures report={report} distribution={distribution} write={write} />
          <div className={css.charts}>
            <ExceedanceChart distribution={distribution} years={report.years} write={write} />
            <DotPlot distribution={distribution} years={report.years} write={write} />
          </div>
          <Waterfall attribution={attribution} write={write} />
          {comparison && report.comparisons && (
            <ApartTable comparison={comparison} years={report.comparisons.years} write={write} />
          )}
          <Stories plan={plan} stories={report.stories} />
        </>
      )}
      <HazardTable plan={plan} />
      {report && <Source provenance={report.provenance} />}
    </Screen>
  );
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
