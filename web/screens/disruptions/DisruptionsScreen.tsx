import { useCallback, useDeferredValue, useMemo } from 'react';
import { choiceField, textField, useView } from '../../address';
import { nameIssues, usePlanStore } from '../../state';
import { CopyLink, Empty, InTurn, IssueList, PagePart, PageParts, RunBar, Screen, Source } from '../../ui';
import { useAnswer, useEach, useLibrary } from '../../work';
import { AddDisruption } from './AddDisruption';
import { AbsorptionPanel } from './absorption';
import { BeforeAfter } from './BeforeAfter';
import { ContactPanel, RefineLine, RUNS, useRefinement } from './contacts';
import { DisruptionForm } from './DisruptionForm';
import { DisruptionTimeline } from './DisruptionTimeline';
import { ImpactFigures } from './ImpactFigures';
import { ImpactTable } from './ImpactTable';
import { ReplayFacts } from './library';
import { PlaybookPanel } from './playbooks';
import { StreamImpacts } from './StreamImpacts';

const VIEW = {
  pick: textField(),
  stream: textField(),
  range: choiceField(['around', 'whole'], 'around'),
  playbook: textField(),
  luck: choiceField(['hide', 'show'], 'hide'),
  refine: choiceField(['on', 'off'], 'on'),
  days: textField(),
  runs: choiceField(RUNS, '10'),
};

const PARTS = [
  { id: 'playbooks', label: 'What would have helped' },
  { id: 'absorption', label: 'Who absorbs what' },
  { id: 'streams', label: 'By stream' },
  { id: 'all', label: 'All disruptions' },
  { id: 'facts', label: 'Beside what happened' },
  { id: 'contacts', label: 'Contact by contact' },
  { id: 'form', label: 'Dates and effects' },
];

/** What happens to service when something goes wrong: on a timeline, before and after, and in figures. */
export function DisruptionsScreen() {
  // Drawn in small steps after each change, so that a large plan doesn't hold up the hand.
  const plan = useDeferredValue(usePlanStore((state) => state.plan));
  const issues = usePlanStore((state) => state.issues);
  const disruptions = plan?.disruptions ?? [];
  const [view, setView] = useView('disruptions', VIEW);
  const picked = disruptions.find((each) => each.id === view.pick) ?? disruptions[0] ?? null;
  const pickedId = picked?.id ?? '';
  const options = useMemo(() => ({ disruptions: [pickedId], scenarios: [] }), [pickedId]);
  const answer = useAnswer('stress', options, picked !== null);
  const playbooks = plan?.playbooks;
  const bookIds = useMemo(() => playbooks?.map(({ id }) => id) ?? [], [playbooks]);
  const playbookOptions = useMemo(
    () => ({ disruptions: [pickedId], playbooks: bookIds, actions: false }),
    [pickedId, bookIds],
  );
  const bought = useAnswer(
    'playbooks',
    playbookOptions,
    picked !== null && bookIds.length > 0 && answer.data !== null && !answer.running,
  );
  const isBook = bookIds.includes(view.playbook);
  const actionOptions = useMemo(
    () => ({ disruptions: [pickedId], playbooks: [view.playbook], actions: true }),
    [pickedId, view.playbook],
  );
  const alone = useAnswer('playbooks', actionOptions, isBook && bought.data !== null && !bought.running);
  const luckOptions = useMemo(() => ({ disruption: pickedId }), [pickedId]);
  const luck = useAnswer('luck', luckOptions, view.luck === 'show' && answer.data !== null && !answer.running);
  const switchRefine = useCallback((isOn: boolean) => setView({ refine: isOn ? 'on' : 'off' }), [setView]);
  const pickBook = useCallback((id: string) => setView({ playbook: id }), [setView]);
  const others = useMemo(
    () =>
      disruptions.filter((each) => each.id !== pickedId).map(({ id }) => ({ name: id, options: { disruption: id } })),
    [disruptions, pickedId],
  );
  // The rest is worked out once the picked one is there, so that the curves come first.
  const rest = useEach(
    'impact',
    others,
    answer.data !== null && !answer.running && !bought.running && !alone.running && !luck.running,
  );
  const pick = useCallback((id: string) => setView({ pick: id, stream: '', days: '' }), [setView]);
  const found = answer.data?.cases.find((each) => each.id === pickedId) ?? null;

  const isReplay = useLibrary()?.find(({ id }) => id === picked?.library)?.replay !== undefined;
  const isAtRest =
    issues.length === 0 && found !== null && !answer.stale && ![answer, bought, alone].some(({ running }) => running);
  const refinement = useRefinement(plan, answer.data?.base ?? null, found, isAtRest, view);
  const refined = refinement && !refinement.study.stale ? refinement.study.data : null;

  if (!plan) return null;
  const add = (
    <>
      <CopyLink address={() => window.location.href} what="this disruption" />
      <AddDisruption plan={plan} onAdded={pick} />
    </>
  );
  const mistakes = issues.length > 0 && (
    <IssueList
      title={`${issues.length} ${issues.length === 1 ? 'mistake' : 'mistakes'}: nothing is computed or saved until mended or undone`}
      issues={nameIssues(issues, plan)}
    />
  );
  if (!picked) {
    return (
      <Screen title="Disruptions" intro="What happens to service when something goes wrong." actions={add}>
        {mistakes}
        <Empty title="This plan has no disruptions yet">
          Add one: a lockdown, a storm, an outage, a surge. Each has a date and the effects that it has on people,
          seats, contacts or handle time.
        </Empty>
      </Screen>
    );
  }
  const rows = disruptions.map((each) => {
    const at = others.findIndex(({ name }) => name === each.id);
    const data = each.id === pickedId ? found : (rest.data[at]?.cases[0] ?? null);
    const isStale = each.id === pickedId ? answer.stale : (rest.stale[at] ?? false);
    return { id: each.id, name: each.name, startDate: each.startDate, impact: data?.impact ?? null, isStale };
  });
  return (
    <Screen
      title="Disruptions"
      intro="What happens to service, backlog and cost when something goes wrong, each against the plan left alone."
      actions={add}
    >
      <InTurn>
        {mistakes}
        <DisruptionTimeline plan={plan} picked={pickedId} onPick={pick} />
        {issues.length === 0 && <RunBar {...answer} what={picked.name} />}
        {found && <PageParts parts={isReplay ? PARTS : PARTS.filter(({ id }) => id !== 'facts')} />}
        {found && <ImpactFigures found={found} currency={plan.currency} stale={answer.stale} refined={refined} />}
        {refinement && <RefineLine refinement={refinement} onSwitch={switchRefine} />}
        {found && answer.data && (
          <BeforeAfter
            base={answer.data.base}
            found={found}
            stale={answer.stale}
            stream={view.stream}
            range={view.range}
            setView={setView}
            luck={luck}
            showLuck={view.luck === 'show'}
            played={bought.data?.playbooks.find(({ id }) => id === view.playbook) ?? null}
            refined={refined}
          />
        )}
        <PagePart id="playbooks">
          <PlaybookPanel
            plan={plan}
            struck={picked}
            answer={bought}
            alone={alone}
            picked={view.playbook}
            onPick={pickBook}
          />
        </PagePart>
        <PagePart id="absorption">
          {found && answer.data && (
            <AbsorptionPanel plan={plan} base={answer.data.base} found={found} stale={answer.stale} />
          )}
        </PagePart>
        <PagePart id="streams">
          {found && (
            <StreamImpacts
              found={found}
              currency={plan.currency}
              stale={answer.stale}
              picked={view.stream}
              onPick={(id) => setView({ stream: id === view.stream ? '' : id })}
            />
          )}
        </PagePart>
        <PagePart id="all">
          <ImpactTable rows={rows} picked={pickedId} onPick={pick} currency={plan.currency}>
            {!answer.running && issues.length === 0 && <RunBar {...rest} what="the other disruptions" />}
          </ImpactTable>
        </PagePart>
        <PagePart id="facts">
          <ReplayFacts plan={plan} disruption={picked} />
        </PagePart>
        <PagePart id="contacts">
          {refinement && <ContactPanel key={pickedId} plan={plan} refinement={refinement} setView={setView} />}
        </PagePart>
        <PagePart id="form">
          <DisruptionForm key={pickedId} plan={plan} disruption={picked} />
        </PagePart>
        {answer.data && <Source provenance={answer.data.provenance} />}
      </InTurn>
    </Screen>
  );
}
