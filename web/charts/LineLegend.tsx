import { type Crosshair, useCrosshairAt } from './crosshair';
import { LegendSwatch } from './LegendSwatch';
import { type LineState, nearestIndex } from './line-state';
import { isPresent, readValue } from './readout';
import { readableWall } from './wall-time';

/** Names of the lines and bands; beside each its figure at the moment pointed at. */
export function LineLegend({ state, crosshair }: { readonly state: LineState; readonly crosshair: Crosshair }) {
  const at = useCrosshairAt(crosshair);
  const inside = at !== null && at >= state.xDomain[0] && at <= state.xDomain[1];
  const index = inside ? nearestIndex(state.at, at) : -1;
  return (
    <div className="chart-legend">
      <span className="chart-legend-moment">
        {index >= 0 ? readableWall(state.data.x[index] ?? '', state.data.timeOfDay) : periodOf(state)}
      </span>
      {state.data.series.map((series) => {
        const look = state.looks.get(series.id);
        return (
          <span key={series.id} className="chart-legend-item">
            <LegendSwatch color={look?.color ?? 1} dash={look?.dash ?? 'solid'} point={series.as === 'points'} />
            {series.label}
            {index >= 0 && <b>{readValue(state, series.values[index])}</b>}
            {index >= 0 && series.notes?.[index]}
          </span>
        );
      })}
      {(state.data.bands ?? []).map((band) => (
        <span key={band.id} className="chart-legend-item">
          <LegendSwatch color={state.looks.get(band.id)?.color ?? 1} band={band.strength ?? 'strong'} />
          {band.label}
          {index >= 0 && isPresent(band.lower[index]) && (
            <b>
              {readValue(state, band.lower[index])}–{readValue(state, band.upper[index])}
            </b>
          )}
        </span>
      ))}
    </div>
  );
}

function periodOf(state: LineState): string {
  if (state.data.timeOfDay) return '';
  const first = state.data.x[0];
  const last = state.data.x.at(-1);
  return first === undefined || last === undefined
    ? ''
    : `${readableWall(first.slice(0, 10))} – ${readableWall(last.slice(0, 10))}`;
}
