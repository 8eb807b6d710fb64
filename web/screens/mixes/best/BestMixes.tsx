import { Button } from '@mantine/core';
import { memo, useCallback, useEffect, useMemo, useState } from 'react';
import {
  changedLimits,
  joinStudies,
  type LimitChange,
  type MixFrontier,
  type TeamSize,
} from '../../../../engine/answers';
import { useView } from '../../../address';
import { usePlanStore } from '../../../state';
import { Panel, RunBar, Source } from '../../../ui';
import { useParts } from '../../../work';
import { MIX_VIEW } from '../mix-view';
import css from './best.module.css';
import { allMixes, brokenLines, POINTS, studyParts } from './best-study';
import { Candidates } from './Candidates';
import { FrontierChart } from './FrontierChart';
import { HomeShare } from './HomeShare';
import { LimitLines } from './LimitLines';
import { MixDetail } from './MixDetail';
import { TradeOffTable } from './TradeOffTable';
import { useReadyMixes } from './use-ready-mixes';

/** A line that is moved by arrow keys comes to rest before it is asked about. */
const REST_MS = 350;
const NO_CHANGES: readonly LimitChange[] = [];

/** Mixes of least cost for what they lose in the worst years, today's beside them, each run by flow; limits can be moved. */
export const BestMixes = memo(function BestMixes() {
  const plan = usePlanStore((state) => state.plan);
  const [changes, setChanges] = useState(NO_CHANGES);
  const limits = useMemo(
    () => (plan && changes.length > 0 ? changedLimits(plan.policies.limits, changes) : undefined),
    [plan, changes],
  );
  const study = useMemo(() => (limits ? { limits } : {}), [limits]);
  const parts = useParts('bestMixes', joinStudies, JSON.stringify(study));
  const { data, stale, running, run } = parts;
  const found = stale ? null : data;
  const start = useCallback(() => run(studyParts(study, found)), [run, study, found]);
  useReadyMixes(plan !== null);
  // A limit that was moved is looked into at once; the plan's own are there from before.
  const [asked, setAsked] = useState(study);
  useEffect(() => {
    if (asked === study) return;
    const timer = setTimeout(() => {
      setAsked(study);
      if (data !== null) start();
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [asked, study, data, start]);
  if (!plan) return null;
  const missing = found ? studyParts(study, found).length : 0;
  const action = stale ? 'Find them anew' : found ? `Find ${missing} more` : 'Find best mixes';
  return (
    <Panel
      title="Best mixes"
      description="Sizes of teams that cost least for what they lose in the worst years, within the plan’s limits and seats, serving no worse than today while nothing happens; then run by the flow model with luck that the search has not seen."
      actions={
        !running &&
        !(found && (missing === 0 || found.conflict.length > 0)) && (
          <Button size="compact-xs" variant="default" onClick={start}>
            {action}
          </Button>
        )
      }
    >
      <RunBar {...parts} retry={start} what={`${POINTS} mixes`} />
      {data && <Study study={data} stale={stale} currency={plan.currency} changes={changes} onChanges={setChanges} />}
      {data && !stale && data.frontier.length > 0 && <HomeShare study={study} currency={plan.currency} />}
      <Candidates plan={plan} study={found} />
      {data && <Source provenance={data.provenance} />}
    </Panel>
  );
});

function Study(props: {
  readonly study: MixFrontier;
  readonly stale: boolean;
  readonly currency: string;
  readonly changes: readonly LimitChange[];
  readonly onChanges: (changes: readonly LimitChange[]) => void;
}) {
  const { study, stale, currency, changes, onChanges } = props;
  const [, setView] = useView('mixes', MIX_VIEW);
  const [picked, setPicked] = useState<string | null>(null);
  const mixes = allMixes(study);
  const shown = mixes.find(({ id }) => id === (picked ?? study.nearestBetter)) ?? mixes[1] ?? mixes[0]!;
  const go = useCallback(
    (sizes: readonly TeamSize[]) => {
      setView({ way: 'sizes', sizes: sizes.map(({ team, size }) => `${team}:${Math.round(size * 1000) / 1000}`) });
    },
    [setView],
  );
  return (
    <div className={css.study} data-stale={stale || undefined}>
      {study.conflict.length > 0 && (
        <div role="alert" className={css.conflict}>
          <p>No mix keeps all of these limits together; without any one of them there are mixes:</p>
          <ul>
            {study.conflict.map(({ id, sentence }) => (
              <li key={id}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      <div className={css.columns}>
        {study.frontier.length > 0 && (
          <FrontierChart study={study} currency={currency} picked={shown.id} onPick={setPicked} />
        )}
        <LimitLines study={study} mix={shown} changes={changes} onChanges={onChanges} />
      </div>
      {study.frontier.length > 0 && (
        <>
          <p className={css.note}>{nearestWords(study)}</p>
          <TradeOffTable study={study} currency={currency} picked={shown.id} onPick={setPicked} />
          <MixDetail study={study} mix={shown} currency={currency} onGo={go} />
        </>
      )}
    </div>
  );
}

function nearestWords(study: MixFrontier): string {
  const { frontier, nearestBetter, today, points } = study;
  const checked = frontier.filter(({ rechecked }) => rechecked).length;
  if (!today.rechecked || checked === 0)
    return 'Mixes are being run by flow; until then figures are those of the search.';
  const name = frontier.find(({ id }) => id === nearestBetter)?.name;
  const broken = brokenLines(study);
  const breaks =
    broken.length > 0
      ? ` Today’s footprint breaks ${broken.length} of these limits (${broken.map(({ line }) => line.label).join('; ')}), which every mix keeps.`
      : '';
  const of = checked < points ? `Of ${checked} of ${points} mixes so far: ` : '';
  return name
    ? `${of}${name} is the nearest that costs and loses no more than today’s, to the search and to the flow model.${breaks}`
    : `${of}No mix on the frontier is better than today’s in both cost and loss, to the search and to the flow model.${breaks}`;
}
