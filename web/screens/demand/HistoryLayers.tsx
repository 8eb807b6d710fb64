import { Button, Checkbox } from '@mantine/core';
import { useId } from 'react';
import type { History, HistoryLayer } from '../../../engine/plan';
import { formatDate } from '../../format';
import { editPlan } from '../../state';
import { RunBar } from '../../ui';
import { useAnswer, useTask } from '../../work';
import { differenceWords } from './difference-words';
import { spanOf } from './history-lines';
import css from './import.module.css';

interface Props {
  readonly history: History;
  readonly layers: readonly HistoryLayer[];
}

type Arrangement = readonly Pick<HistoryLayer, 'id' | 'isOn'>[];

/** The uploads that a history is made of, the latest on top: each can be lifted off, put back, moved or removed. */
export function HistoryLayers({ history, layers }: Props) {
  const id = useId();
  const differences = useAnswer('layers', { history: history.id });
  const { run, ...task } = useTask('arrange', true);
  const arrange = async (name: string, next: Arrangement) => {
    const arranged = await run({ history: history.id, layers: next });
    if (!arranged) return;
    editPlan(name, (draft) => {
      const at = draft.histories.findIndex((one) => one.id === history.id);
      if (at >= 0) draft.histories[at] = structuredClone(arranged);
    });
  };
  const on = layers.filter(({ isOn }) => isOn).length;
  const moved = (at: number, by: number): Arrangement => {
    const next = [...layers];
    next.splice(at + by, 0, ...next.splice(at, 1));
    return next;
  };
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={css.summary}>
        <strong>{layers.length} uploads</strong>, the upper over the lower. What they give together is forecast.
      </h3>
      <ul className={css.layers}>
        {layers
          .map((layer, at) => ({ layer, at }))
          .reverse()
          .map(({ layer, at }) => {
            const span = spanOf({ ...layer, intervalMinutes: history.intervalMinutes });
            const said = differences.data?.[at];
            const toggled = layers.map((one) => (one.id === layer.id ? { ...one, isOn: !one.isOn } : one));
            return (
              <li key={layer.id}>
                <Checkbox
                  size="xs"
                  checked={layer.isOn}
                  disabled={task.running || (layer.isOn && on === 1)}
                  label={
                    <span className={layer.isOn ? undefined : css.lifted}>
                      {layer.name}, {formatDate(span.from)} to {formatDate(span.to)}
                    </span>
                  }
                  onChange={() => arrange(`${layer.isOn ? 'Lift off' : 'Put back'} ${layer.name}`, toggled)}
                />
                <div className={css.tools}>
                  <Button
                    size="compact-xs"
                    variant="default"
                    disabled={task.running || at === layers.length - 1}
                    aria-label={`Move ${layer.name} up`}
                    onClick={() => arrange(`Move ${layer.name} up`, moved(at, 1))}
                  >
                    Up
                  </Button>
                  <Button
                    size="compact-xs"
                    variant="default"
                    disabled={task.running || at === 0}
                    aria-label={`Move ${layer.name} down`}
                    onClick={() => arrange(`Move ${layer.name} down`, moved(at, -1))}
                  >
                    Down
                  </Button>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    color="red"
                    disabled={task.running || (layer.isOn && on === 1)}
                    aria-label={`Remove ${layer.name}`}
                    onClick={() =>
                      arrange(
                        `Remove ${layer.name}`,
                        layers.filter((one) => one.id !== layer.id),
                      )
                    }
                  >
                    Remove
                  </Button>
                </div>
                {said && at > 0 && (
                  <p className={css.says}>
                    {layer.isOn ? 'It ' : 'Lifted off; it '}
                    {differenceWords(said)}
                  </p>
                )}
              </li>
            );
          })}
      </ul>
      <RunBar {...task} retry={() => {}} what="the uploads" />
    </section>
  );
}
