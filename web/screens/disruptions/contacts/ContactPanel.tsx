import { Button, NativeSelect } from '@mantine/core';
import { memo, useCallback, useEffect, useMemo, useState } from 'react';
import type { Plan } from '../../../../engine/plan';
import { Panel, Source } from '../../../ui';
import { useTask } from '../../../work';
import { ContactFigures } from './ContactFigures';
import { ContactTable } from './ContactTable';
import css from './contacts.module.css';
import { Journeys } from './Journeys';
import { type Refinement, type RefineView, RUNS } from './use-refinement';

interface Props {
  readonly plan: Plan;
  readonly refinement: Refinement;
  readonly setView: (change: Partial<RefineView>) => void;
}

/** Days of the disruption contact by contact: flow's answer refined, with intervals, and single customers followed. */
export const ContactPanel = memo(function ContactPanel({ plan, refinement, setView }: Props) {
  const { study, choices, chosen, window, runs, isDone, start } = refinement;
  const [stream, setStream] = useState('');
  const { clear, ...told } = useTask('follow', true);
  const { data, stale, running } = study;
  // A story belongs to the days and the plan that it was told of.
  useEffect(() => {
    if (stale) clear();
  }, [stale, clear]);
  const pick = useCallback((id: string) => setStream((before) => (before === id ? '' : id)), []);
  const follow = () => told.run({ ...window, most: 10, ...(stream ? { stream } : {}) });
  const names = useMemo(() => new Map(plan.streams.map(({ id, name }) => [id, name])), [plan.streams]);
  const streams = [
    { value: '', label: 'All streams' },
    ...plan.streams.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Panel
      title="Contact by contact"
      description="Every contact of the chosen days by itself, with skills, priorities, patience and second tries: refines the flow model’s answer above and says how sure it is."
      stale={stale}
    >
      <div className={css.controls}>
        <NativeSelect
          label="Days"
          data={choices.map(({ value, label }) => ({ value, label }))}
          value={chosen.value}
          onChange={(event) => setView({ days: event.currentTarget.value })}
          size="xs"
          w={330}
        />
        <NativeSelect
          label="Runs"
          data={[...RUNS]}
          value={String(runs)}
          onChange={({ currentTarget: { value } }) => setView({ runs: RUNS.find((each) => each === value) ?? '10' })}
          size="xs"
          w={90}
        />
        <NativeSelect
          label="Stream shown"
          data={streams}
          value={stream}
          onChange={(event) => setStream(event.currentTarget.value)}
          size="xs"
          w={220}
        />
        {!running && !isDone && (
          <Button size="xs" onClick={start}>
            {data && !stale ? 'Simulate the rest' : 'Simulate these days'}
          </Button>
        )}
        {running && (
          <Button size="xs" variant="default" onClick={study.stop}>
            Stop
          </Button>
        )}
        {data && !stale && !running && (
          <Button size="xs" variant="default" onClick={follow} loading={told.running}>
            Follow customers
          </Button>
        )}
      </div>
      {!data && <p className={css.note}>Nothing simulated yet for this disruption.</p>}
      {data && (
        <div className={css.parts}>
          <ContactFigures answer={data} stream={stream} stale={stale} />
          <ContactTable answer={data} stream={stream} onPick={pick} />
          {told.fault && told.fault.kind !== 'stopped' && <p role="alert">{told.fault.message}</p>}
          {told.data && !stale && <Journeys told={told.data} names={names} />}
          <Source provenance={data.provenance} />
        </div>
      )}
    </Panel>
  );
});
