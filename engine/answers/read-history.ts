import { type ImportCorrections, type ImportInput, type ImportPreview, inferHistory } from '../demand';
import type { RunControl } from '../units';
import { type Provenance, provenance } from './provenance';

/** A contact history read from a file: what was inferred, and the series it holds. */
export interface HistoryAnswer extends ImportPreview {
  readonly provenance: Provenance;
}

/**
 * Reads a contact history from a delimited text file, and says what it took the file to mean.
 *
 * Use before `forecastDemand`; show the preview, let the planner correct a guess, and call again with `corrections`.
 * Nothing is half imported: any row in error is an `InputFault` that lists every such row with line and column.
 * Units: contacts an interval; times as written, or as local time of the zone that corrections name. Valid: up to 5
 * million rows or 1 GB, read in pieces.
 * Cost: O(characters); about a second for 300,000 rows.
 *
 * @example readHistory('date,calls\n2026-01-05,120\n2026-01-06,95').histories[0].values // Float64Array [120, 95]
 */
export function readHistory(
  input: ImportInput,
  corrections: ImportCorrections = {},
  control?: RunControl,
): HistoryAnswer {
  const preview = inferHistory(input, corrections, control);
  return {
    ...preview,
    provenance: provenance('columns, times and intervals inferred from the file', { warnings: preview.notes }),
  };
}
