import type { HistoryGrid, HistoryPreview } from '../../../engine/answers';
import { formatCount, formatDate } from '../../format';
import { Figure, Figures } from '../../ui';
import { spanOf, stepName } from './history-lines';
import css from './import.module.css';

interface Props {
  readonly preview: HistoryPreview;
  readonly understood: NonNullable<HistoryPreview['understood']>;
  readonly grid: HistoryGrid | null;
  readonly planInterval: number;
}

/** The file in figures: layout, rows, step, what is missing, handle time, opening hours. */
export function ImportFigures({ preview, understood, grid, planInterval }: Props) {
  const span = grid && spanOf(grid);
  const handled = grid && meanHandleTime(grid);
  return (
    <>
      <p className={css.summary}>
        Read as <strong>{understood.layout?.name ?? 'a free table'}</strong>: {formatCount(preview.seriesCount)} series
        {understood.columns.series.length > 0 && ` by ${understood.columns.series.join(' and ')}`}.
        {preview.seriesCount > preview.series.length &&
          ` The first ${preview.series.length} are listed, as many as a plan keeps; choose another series column, or cut the file.`}
      </p>
      <Figures>
        <Figure
          label="Rows"
          value={formatCount(understood.rows)}
          detail={span ? `${formatDate(span.from)} to ${formatDate(span.to)}` : 'running numbers'}
        />
        <Figure
          label="Step"
          value={preview.grainMinutes === null ? 'running' : stepName(preview.grainMinutes)}
          detail={
            !grid || grid.intervalMinutes === preview.grainMinutes
              ? 'kept as it is'
              : `added up to ${stepName(planInterval)}, the plan’s interval`
          }
        />
        {handled !== null && (
          <Figure
            label="Mean handle time"
            value={`${formatCount(handled)} s`}
            detail={`from ${understood.columns.handleTime.join(' + ')}`}
          />
        )}
        <Figure
          label="Missing inside opening hours"
          value={formatCount(understood.gaps.reduce((sum, gap) => sum + gap.intervals, 0))}
          detail={`${understood.missingDates.length} days without data; ${formatCount(understood.zeros)} counts of zero`}
        />
        <Figure
          label="Opening hours seen"
          value={<span className={css.hours}>{understood.openingHours || 'all hours'}</span>}
          detail={understood.zone}
        />
      </Figures>
    </>
  );
}

/** Mean of the handle times by contacts; null without any. */
function meanHandleTime({ values, handled, handleTimeSeconds }: HistoryGrid): number | null {
  let work = 0;
  let contacts = 0;
  handleTimeSeconds?.forEach((seconds, at) => {
    const count = handled?.[at] ?? values[at] ?? Number.NaN;
    if (Number.isNaN(seconds) || !(count > 0)) return;
    work += seconds * count;
    contacts += count;
  });
  return contacts > 0 ? work / contacts : null;
}
