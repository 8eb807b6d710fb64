import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { HistoryPreview } from '../../../engine/answers';
import type { History } from '../../../engine/plan';
import { formatCount, formatDate } from '../../format';
import { Figure, Figures } from '../../ui';
import css from './demand.module.css';
import { HistoryChart } from './HistoryChart';
import { spanOf, stepName } from './history-lines';

interface Props {
  readonly preview: HistoryPreview;
  readonly stale: boolean;
  /** Histories that the plan has already. */
  readonly taken: readonly History[];
  readonly onKeep: (histories: readonly History[]) => void;
  readonly onDiscard: () => void;
}

/** What the file holds, before anything lands in the plan. */
export function ImportPreview({ preview, stale, taken, onKeep, onDiscard }: Props) {
  const [at, setAt] = useState(0);
  const series = preview.series[Math.min(at, preview.series.length - 1)];
  const [name, setName] = useState<string | null>(null);
  const kept = series?.kept ?? null;
  const span = kept && spanOf(kept);
  const shownName = name ?? series?.name ?? '';
  return (
    <div className={stale ? css.stale : undefined} aria-busy={stale}>
      <Figures>
        <Figure
          label="Rows"
          value={formatCount(preview.rows)}
          detail={span ? `${formatDate(span.from)} to ${formatDate(span.to)}` : 'running numbers'}
        />
        <Figure
          label="Step"
          value={preview.grainMinutes === null ? 'running' : stepName(preview.grainMinutes)}
          detail={keptAs(preview, kept)}
        />
        <Figure
          label="Missing inside opening hours"
          value={formatCount(preview.gaps.reduce((sum, gap) => sum + gap.intervals, 0))}
          detail={`${preview.missingDates.length} days without data; ${formatCount(preview.zeros)} counts of zero`}
        />
        <Figure
          label="Opening hours seen"
          value={<small>{preview.openingHours || 'all hours'}</small>}
          detail={preview.zone}
        />
      </Figures>
      <ul className={css.notes}>
        {preview.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {preview.missingDates.length > 0 && (
          <li>
            Days without data:{' '}
            {preview.missingDates
              .slice(0, 12)
              .map((date) => formatDate(date))
              .join('; ')}
            {preview.missingDates.length > 12 && ` and ${preview.missingDates.length - 12} more`}.
          </li>
        )}
      </ul>
      {kept && <HistoryChart history={kept} title={`Read from the file: ${series?.name ?? ''}`} />}
      <div className={css.keep}>
        {preview.series.length > 1 && (
          <NativeSelect
            size="xs"
            label={`Series (${preview.series.length})`}
            data={preview.series.map((one, index) => ({ value: String(index), label: one.name }))}
            value={String(at)}
            onChange={(event) => {
              setAt(Number(event.currentTarget.value));
              setName(null);
            }}
          />
        )}
        <TextInput
          size="xs"
          label="Name in the plan"
          value={shownName}
          maxLength={120}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          size="xs"
          disabled={!kept || shownName.trim() === '' || taken.length >= 50 || stale}
          onClick={() => kept && onKeep([named(kept, shownName.trim(), taken)])}
        >
          Keep in plan
        </Button>
        {preview.series.length > 1 && preview.series.length + taken.length <= 50 && kept && (
          <Button size="xs" variant="default" disabled={stale} onClick={() => onKeep(allOf(preview, taken))}>
            Keep all {preview.series.length}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={onDiscard}>
          Discard
        </Button>
      </div>
      {!kept && (
        <p className={css.trouble} role="alert">
          These rows count by running numbers, and a plan needs dates. Forecast them from the command line:{' '}
          <code>npm run -s ballast -- forecast FILE --periods 24,168</code>.
        </p>
      )}
    </div>
  );
}

function keptAs(preview: HistoryPreview, kept: History | null): string {
  if (!kept || kept.intervalMinutes === preview.grainMinutes) return 'kept as it is';
  return `added up to ${stepName(kept.intervalMinutes)}, the plan’s interval`;
}

function allOf(preview: HistoryPreview, taken: readonly History[]): History[] {
  const all: History[] = [];
  for (const { kept, name } of preview.series) if (kept) all.push(named(kept, name, [...taken, ...all]));
  return all;
}

/** The history under a name and an id that no other has. */
function named(history: History, name: string, taken: readonly History[]): History {
  const base = name.slice(0, 56);
  for (let count = 1; ; count++) {
    const id = count === 1 ? base : `${base} ${count}`;
    if (!taken.some((one) => one.id === id)) return { ...history, id, name: count === 1 ? name : id };
  }
}
