import { Button, NativeSelect } from '@mantine/core';
import { memo, useCallback, useState } from 'react';
import type { ImportCorrections as Corrections } from '../../../engine/answers';
import type { History, Plan } from '../../../engine/plan';
import { Panel, RunBar } from '../../ui';
import { useTask } from '../../work';
import css from './demand.module.css';
import { ImportCorrections } from './ImportCorrections';
import { ImportDrop, type ImportSource } from './ImportDrop';
import { ImportPreview } from './ImportPreview';
import { ImportRefusal } from './ImportRefusal';
import { keepSeries } from './keep-series';

interface Props {
  readonly plan: Plan;
  readonly onKept: (history: Pick<History, 'id'>) => void;
}

/** A file or pasted rows, read and shown before anything is kept. */
export const BringIn = memo(function BringIn({ plan, onKept }: Props) {
  const [source, setSource] = useState<ImportSource | null>(null);
  const [corrections, setCorrections] = useState<Corrections>({});
  const { data, run, clear, fault, running, progress, stop } = useTask('preview');
  const read = (from: ImportSource, next: Corrections, sheet?: string) => {
    setSource(sheet === undefined ? from : { ...from, sheet });
    setCorrections(next);
    void run({
      input: from.input,
      corrections: next,
      source: from.name,
      sheet: sheet ?? from.sheet,
      intervalMinutes: plan.calendar.intervalMinutes,
    });
  };
  const discard = useCallback(() => {
    clear();
    setSource(null);
    setCorrections({});
  }, [clear]);
  const keep = useCallback(
    (kept: Parameters<typeof keepSeries>[0]) => {
      discard();
      // In a task of its own: what is on screen makes way before the plan with all that hangs on it is drawn anew.
      setTimeout(() => onKept({ id: keepSeries(kept) }));
    },
    [discard, onKept],
  );
  const correct = (next: Corrections) => source && read(source, next);
  return (
    <Panel
      title="Bring in a history"
      description="Contacts by interval, day or week, as your reporting exports them. What was understood is shown before it is kept."
    >
      <ImportDrop busy={running} onSource={(from) => read(from, {})} />
      {source && (
        <section aria-label={`What was read from ${source.name}`}>
          <h3 className={css.subtitle}>{source.name}</h3>
          <RunBar
            running={running}
            progress={progress}
            fault={fault}
            stop={stop}
            retry={() => read(source, corrections)}
            what={source.name}
          />
          {data && !fault && (
            <div className={running ? css.stale : undefined} aria-busy={running}>
              {data.sheets.length > 1 && (
                <NativeSelect
                  size="xs"
                  w={220}
                  label={`Sheet (${data.sheets.length})`}
                  data={[...data.sheets]}
                  value={data.sheet ?? ''}
                  onChange={(event) => read(source, {}, event.currentTarget.value)}
                />
              )}
              {data.refused && <ImportRefusal preview={data} refused={data.refused} />}
              <ImportCorrections plan={plan} preview={data} corrections={corrections} onChange={correct} />
              {!data.refused && (
                <ImportPreview
                  key={source.name}
                  plan={plan}
                  preview={data}
                  source={source.name}
                  corrections={corrections}
                  stale={running}
                  onCorrect={correct}
                  onKeep={keep}
                  onDiscard={discard}
                />
              )}
            </div>
          )}
          {(fault || data?.refused) && !running && (
            <Button size="xs" variant="default" mt={10} onClick={discard}>
              Discard
            </Button>
          )}
        </section>
      )}
    </Panel>
  );
});
