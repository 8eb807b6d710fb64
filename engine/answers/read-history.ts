import { type ImportCorrections, type ImportPreview, inferHistory, readCsvTable } from '../demand';
import { checkpoint, type RunControl } from '../units';
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
 * Units: contacts an interval; times as written, local wall time. Valid: up to 5 million rows or 400 MB.
 * Cost: O(characters); about a second for 300,000 rows.
 *
 * @example readHistory('date,calls\n2026-01-05,120\n2026-01-06,95').histories[0].values // Float64Array [120, 95]
 */
export function readHistory(
  input: string | Uint8Array,
  corrections: ImportCorrections = {},
  control?: RunControl,
): HistoryAnswer {
  checkpoint(control, 0, 'Reading the file');
  const table = readCsvTable(input, corrections);
  checkpoint(control, 0.5, 'Finding times and counts');
  const preview = inferHistory(table, corrections);
  checkpoint(control, 1, 'Read');
  return {
    ...preview,
    provenance: provenance('columns, times and intervals inferred from the file', { warnings: preview.notes }),
  };
}
