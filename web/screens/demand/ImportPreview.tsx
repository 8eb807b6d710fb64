import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ImportCorrections as Corrections, HistoryPreview } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { RunBar } from '../../ui';
import { useTask } from '../../work';
import css from './demand.module.css';
import { FirstRows } from './FirstRows';
import { HistoryChart } from './HistoryChart';
import { ImportFigures } from './ImportFigures';
import { ImportFindings } from './ImportFindings';
import { freeName, type KeptSeries } from './keep-series';
import { OverlayDifference } from './OverlayDifference';

interface Props {
  readonly plan: Plan;
  readonly preview: HistoryPreview;
  readonly source: string;
  readonly corrections: Corrections;
  readonly stale: boolean;
  readonly onCorrect: (corrections: Corrections) => void;
  readonly onKeep: (kept: KeptSeries) => void;
  readonly onDiscard: () => void;
}

const MOST_HISTORIES = 50;

/** What the file holds, before anything lands in the plan; as a history of its own, or laid over one that is there. */
export function ImportPreview(props: Props) {
  const { plan, preview, source, corrections, stale, onCorrect, onKeep, onDiscard } = props;
  const { understood } = preview;
  const [at, setAt] = useState(0);
  const [name, setName] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const keep = useTask('keep');
  const overlay = useTask('overlay', true);
  const series = preview.series[Math.min(at, preview.series.length - 1)];
  const grid = series?.grid ?? null;
  if (!understood || !series) return null;
  const fitting = plan.histories.filter((one) => one.intervalMinutes === grid?.intervalMinutes);
  const under = fitting.find((one) => one.id === (chosen ?? fitting.find((known) => known.name === series.name)?.id));
  const shownName = name ?? series.name;
  const zone = understood.zoneId;
  const keepOne = async () => {
    if (!grid) return;
    if (under) {
      const laid = await overlay.run({ ...asUpload(), grid, history: under.id });
      if (laid) onKeep({ histories: [laid.history], source });
      return;
    }
    const as = { ...freeName(shownName.trim(), plan.histories), source: source.slice(0, 400), zone };
    const kept = await keep.run({ series: [{ ...as, grid }] });
    if (kept) onKeep({ histories: kept, source });
  };
  const keepAll = async () => {
    const taken: { id: string }[] = [...plan.histories];
    const list = preview.series.flatMap(({ grid: own, name: called }) => {
      if (!own) return [];
      const as = { ...freeName(called, taken), source: source.slice(0, 400), zone };
      taken.push(as);
      return [{ ...as, grid: own }];
    });
    const kept = await keep.run({ series: list });
    if (kept) onKeep({ histories: kept, source });
  };
  const asUpload = () => ({ id: 'upload', name: source.slice(0, 120), source: source.slice(0, 400), zone });
  const busy = stale || keep.running || overlay.running;
  return (
    <div>
      <ImportFigures
        preview={preview}
        understood={understood}
        grid={grid}
        planInterval={plan.calendar.intervalMinutes}
      />
      <ImportFindings
        understood={understood}
        corrections={corrections}
        planZone={plan.calendar.zone}
        onCorrect={onCorrect}
      />
      <FirstRows preview={preview} />
      {grid && <HistoryChart history={grid} title={`Read from the file: ${series.name}`} />}
      <div className={css.keep}>
        {preview.series.length > 1 && (
          <NativeSelect
            size="xs"
            label={`Series (${preview.seriesCount})`}
            data={preview.series.map((one, index) => ({ value: String(index), label: one.name }))}
            value={String(at)}
            onChange={(event) => {
              setAt(Number(event.currentTarget.value));
              setName(null);
              setChosen(null);
            }}
          />
        )}
        {fitting.length > 0 && (
          <NativeSelect
            size="xs"
            label="Keep as"
            data={[
              { value: '', label: 'a new history' },
              ...fitting.map((one) => ({ value: one.id, label: `an upload over ${one.name}` })),
            ]}
            value={under?.id ?? ''}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        )}
        {!under && (
          <TextInput
            size="xs"
            label="Name in the plan"
            value={shownName}
            maxLength={120}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        <Button
          size="xs"
          disabled={!grid || busy || (!under && (shownName.trim() === '' || plan.histories.length >= MOST_HISTORIES))}
          onClick={keepOne}
        >
          {under ? 'Lay over' : 'Keep in plan'}
        </Button>
        {preview.series.length > 1 && preview.seriesCount + plan.histories.length <= MOST_HISTORIES && grid && (
          <Button size="xs" variant="default" disabled={busy} onClick={keepAll}>
            Keep all {preview.series.length} as new
          </Button>
        )}
        <Button size="xs" variant="default" onClick={onDiscard}>
          Discard
        </Button>
      </div>
      {under && grid && <OverlayDifference history={under} grid={grid} upload={asUpload()} />}
      <RunBar {...(overlay.fault ? overlay : keep)} retry={keepOne} what="the history" />
      {!grid && (
        <p className={css.trouble} role="alert">
          These rows count by running numbers, and a plan needs dates. Forecast them from the command line:{' '}
          <code>npm run -s ballast -- forecast FILE --periods 24,168</code>.
        </p>
      )}
    </div>
  );
}
