import { Button, NativeSelect } from '@mantine/core';
import { memo, useCallback, useMemo, useState } from 'react';
import { type ContactsAnswer, joinContacts } from '../../../../engine/answers';
import type { Disruption, Plan } from '../../../../engine/plan';
import { formatCount } from '../../../format';
import { Panel, RunBar, Source } from '../../../ui';
import { useParts, useTask } from '../../../work';
import { ContactFigures } from './ContactFigures';
import { ContactTable } from './ContactTable';
import css from './contacts.module.css';
import { Journeys } from './Journeys';
import { runParts } from './run-parts';
import { weekChoices } from './week-choices';

interface Props {
  readonly plan: Plan;
  readonly disruption: Disruption;
}

const RUNS = ['4', '10', '20', '50', '100'];
const SEED = 1;

/** A week of the disruption contact by contact: flow's answer refined, with intervals, and single customers followed. */
export const ContactPanel = memo(function ContactPanel({ plan, disruption }: Props) {
  const weeks = useMemo(() => weekChoices(plan.calendar, disruption.startDate), [plan.calendar, disruption.startDate]);
  const usual = weeks.find(({ value }) => value === disruption.startDate) ?? weeks[0]!;
  const [chosen, setChosen] = useState('');
  const week = weeks.find(({ value }) => value === chosen) ?? usual;
  const [runs, setRuns] = useState('10');
  const [stream, setStream] = useState('');
  const window = useMemo(
    () => ({ from: week.value, days: 7, disruptions: [disruption.id], seed: SEED }),
    [week.value, disruption.id],
  );
  const join = useCallback((one: ContactsAnswer, other: ContactsAnswer) => joinContacts(plan, one, other), [plan]);
  const key = JSON.stringify(window);
  const study = useParts('simulate', join, key);
  const told = useTask('follow', true);
  const start = () => {
    told.clear();
    study.run(runParts(window, Number(runs)));
  };
  const pick = useCallback((id: string) => setStream((before) => (before === id ? '' : id)), []);
  const follow = () => told.run({ ...window, most: 10, ...(stream ? { stream } : {}) });
  const { data, stale } = study;
  const names = useMemo(() => new Map(plan.streams.map(({ id, name }) => [id, name])), [plan.streams]);
  const streams = [
    { value: '', label: 'All streams' },
    ...plan.streams.map(({ id, name }) => ({ value: id, label: name })),
  ];

  return (
    <Panel
      title="Contact by contact"
      description="Every contact of a week by itself, with skills, priorities, patience and second tries: refines the flow model’s answer above and says how sure it is."
    >
      <div className={css.controls}>
        <NativeSelect
          label="Week"
          data={weeks}
          value={week.value}
          onChange={(event) => setChosen(event.currentTarget.value)}
          size="xs"
          w={260}
        />
        <NativeSelect
          label="Runs"
          data={RUNS}
          value={runs}
          onChange={(event) => setRuns(event.currentTarget.value)}
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
        {!study.running && (
          <Button size="xs" onClick={start}>
            Simulate this week
          </Button>
        )}
        {data && !stale && !study.running && (
          <Button size="xs" variant="default" onClick={follow} loading={told.running}>
            Follow customers
          </Button>
        )}
      </div>
      <RunBar
        running={study.running}
        progress={study.progress}
        fault={study.fault}
        stop={study.stop}
        retry={start}
        what="the simulated week"
      />
      {data && (
        <div className={css.parts}>
          <p className={css.note} role="status">
            {stale
              ? 'Another week, disruption or plan: simulate again.'
              : `${data.replications} ${data.replications === 1 ? 'run' : 'runs'}, ${formatCount(data.contacts)} contacts simulated${study.running ? ' so far' : ''}.`}
          </p>
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
