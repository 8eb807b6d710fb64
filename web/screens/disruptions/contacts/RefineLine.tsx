import { Switch } from '@mantine/core';
import { memo } from 'react';
import { formatCount, formatShare } from '../../../format';
import { RunBar } from '../../../ui';
import css from './contacts.module.css';
import { estimateWords } from './estimate-words';
import { doneWords } from './run-parts';
import type { Refinement } from './use-refinement';

interface Props {
  readonly refinement: Refinement;
  readonly onSwitch: (isOn: boolean) => void;
}

/** Flow's answer refined contact by contact: switched on and off, stopped, and what it says so far beside flow. */
export const RefineLine = memo(function RefineLine({ refinement, onSwitch }: Props) {
  const { study, chosen, isOn, start } = refinement;
  return (
    <section aria-label="Refined contact by contact" className={css.refine}>
      <div className={css.refineHead}>
        <Switch
          size="xs"
          label="Refine contact by contact"
          checked={isOn}
          onChange={({ currentTarget: { checked } }) => {
            onSwitch(checked);
            if (checked) start();
            else if (study.running) study.stop();
          }}
        />
        <p className={css.refineWords} role="status">
          {stateWords(refinement)}
        </p>
      </div>
      {(isOn || study.running) && (
        <RunBar
          running={study.running}
          progress={study.progress}
          fault={study.fault}
          stop={study.stop}
          retry={start}
          what={`contact by contact, ${chosen.label}`}
        />
      )}
      <Verdict refinement={refinement} />
    </section>
  );
});

/** Which runs are done of which days. */
function stateWords({ study, chosen, runs, isOn }: Refinement): string {
  const { data, stale, running } = study;
  if (!data || stale) {
    if (!isOn && !running) return 'Off: figures and curves are flow’s alone.';
    return running
      ? `${chosen.label}: run 1 of ${runs} is under way.`
      : 'Flow’s answer first; this follows once it rests.';
  }
  const done = data.samples.map(({ replication }) => replication);
  return `${chosen.label}: ${done.length === 1 ? 'run' : 'runs'} ${doneWords(done)} of ${Math.max(runs, done.length)} done, ${formatCount(data.contacts)} contacts simulated, the same luck after each change.`;
}

/** The days' figures with their intervals, flow's beside. */
function Verdict({ refinement: { study } }: { readonly refinement: Refinement }) {
  const { data, stale } = study;
  if (!data) return null;
  const { total, flow, replications } = data;
  return (
    <p className={css.verdict} data-stale={stale || undefined} aria-busy={stale}>
      On these days <b>{estimateWords(total.serviceLevel, replications, 'share')}</b> served within target (flow{' '}
      {formatShare(flow.serviceLevel)}), <b>{estimateWords(total.abandonment, replications, 'share')}</b> gave up (flow{' '}
      {formatShare(flow.abandonment)}), <b>{estimateWords(total.lost, replications, 'count')}</b> contacts lost for good
      (flow {formatCount(flow.lost)}).{' '}
      {replications < 2 ? 'One run says nothing of how sure it is.' : '± is the 95 % interval over runs.'}
    </p>
  );
}
