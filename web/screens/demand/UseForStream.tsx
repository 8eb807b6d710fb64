import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { History, Plan } from '../../../engine/plan';
import { formatCount } from '../../format';
import { editPlan } from '../../state';
import { RunBar } from '../../ui';
import { useTask } from '../../work';
import css from './demand.module.css';
import { streamFromHistory } from './stream-from-history';

/** Marks the choice of a new stream; no id holds a colon. */
const NEW = 'new:';

/** The first stream that a forecast of this history was used for: most likely it is to have the next one too. */
function followerOf(plan: Plan, { id }: History): string {
  return plan.streams.find(({ demand }) => demand.kind === 'weekly' && demand.history === id)?.id ?? '';
}

function measuredIn({ name, source }: History): string {
  return `Measured in "${name}" (${source}), last quarter of a year`.slice(0, 400);
}

/** Puts a history's forecast in place of a stream's demand, or makes a stream of it, as one step that can be undone. */
export function UseForStream({ plan, history }: { readonly plan: Plan; readonly history: History }) {
  const [chosen, setChosen] = useState(() => followerOf(plan, history));
  const [done, setDone] = useState<{ readonly sentence: string; readonly warnings: readonly string[] } | null>(null);
  const [takesTime, setTakesTime] = useState(true);
  const task = useTask('forecastForStream', true);
  const isNew = chosen.startsWith(NEW);
  const stream = plan.streams.find((one) => one.id === (isNew ? chosen.slice(NEW.length) : chosen));
  const use = async () => {
    if (!stream) return;
    setDone(null);
    const answer = await task.run({ history: history.id, stream: stream.id });
    if (!answer) return;
    const measured = takesTime ? answer.handleTime : null;
    const made = isNew ? streamFromHistory(plan, history, stream, answer.demand) : null;
    const name = made ? `New stream ${made.stream.name}` : `Forecast of ${history.name} for ${stream.name}`;
    editPlan(name, (draft) => {
      if (made) draft.streams.push(made.stream);
      if (made?.routing) draft.routing.push(made.routing as (typeof draft.routing)[number]);
      const target = draft.streams.find((one) => one.id === (made?.stream.id ?? stream.id));
      if (!target) return;
      target.demand = answer.demand;
      if (measured) {
        target.handleTime.meanSeconds = measured.meanSeconds;
        target.handleTime.source = measuredIn(history);
        delete target.handleTime.grade;
      }
    });
    const also = measured
      ? ` Its handle time is now ${formatCount(measured.meanSeconds)} s, the mean of ${formatCount(measured.contacts)} contacts.`
      : '';
    setDone({ sentence: (made?.sentence ?? answer.sentence) + also, warnings: answer.warnings });
    if (made) setChosen('');
  };
  return (
    <div>
      <div className={css.keep}>
        <NativeSelect
          size="xs"
          label="Use the forecast for stream"
          data={[
            { value: '', label: 'Choose a stream' },
            ...plan.streams.map((one) => ({ value: one.id, label: one.name })),
            {
              group: 'A new stream, in all else like',
              items: plan.streams.map((one) => ({ value: `${NEW}${one.id}`, label: `New, like ${one.name}` })),
            },
          ]}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        {history.handleTimeSeconds && (
          <Checkbox
            size="xs"
            mb={8}
            label="and its measured handle time"
            checked={takesTime}
            onChange={(event) => setTakesTime(event.currentTarget.checked)}
          />
        )}
        <Button size="xs" disabled={!stream || task.running} onClick={use}>
          Use in plan
        </Button>
      </div>
      <RunBar
        running={task.running}
        progress={task.progress}
        fault={task.fault}
        stop={task.stop}
        retry={use}
        what="the forecast for the plan’s horizon"
      />
      <div role="status">
        {done && (
          <p className={css.words}>
            {done.sentence} {done.warnings.join(' ')}
          </p>
        )}
      </div>
    </div>
  );
}
