import { type ImportCorrections, type ImportPreview, inferHistory, readCsvTable } from '../demand';
import type { History as KeptHistory } from '../plan';
import { checkpoint, type RunControl } from '../units';
import { keptHistory } from './kept-history';

/** What was inferred from a file, and each of its series as it would be kept. */
export interface HistoryPreview extends Omit<ImportPreview, 'histories'> {
  /** Columns of the file, for corrections. */
  readonly allColumns: readonly string[];
  /** Minutes between two rows; null for running numbers. */
  readonly grainMinutes: number | null;
  readonly series: readonly {
    readonly name: string;
    /** Null where a plan can't keep it, because it has no dates. */
    readonly kept: KeptHistory | null;
  }[];
}

export interface PreviewOptions {
  readonly input: string | Uint8Array;
  readonly corrections?: ImportCorrections | undefined;
  /** Name of the file or of where the text came from. */
  readonly source: string;
  /** The plan's interval: finer data is added up to it. */
  readonly intervalMinutes: number;
}

/** Series of one file that a plan takes; beyond these, the file is to be cut or its series column to be corrected. */
const MOST_SERIES = 50;

/**
 * Reads a file of contact counts for a plan: everything inferred is shown before anything is kept.
 *
 * Use on a screen, where a history lands in a plan; `readHistory` gives the bare series.
 * Any row in error refuses the whole file with an `InputFault` that lists the rows. Cost: linear in the file.
 */
export function previewHistory(options: PreviewOptions, control?: RunControl): HistoryPreview {
  const { input, corrections = {}, source, intervalMinutes } = options;
  checkpoint(control, 0.1, 'reading the file');
  const table = readCsvTable(input, corrections);
  checkpoint(control, 0.5, 'working out what it holds');
  const { histories, ...inferred } = inferHistory(table, corrections);
  const shown = histories.slice(0, MOST_SERIES);
  const left = histories.length - shown.length;
  const { clock } = inferred;
  return {
    ...inferred,
    notes:
      left > 0 ? [...inferred.notes, `${left} more series are not listed; a plan keeps 50 at most.`] : inferred.notes,
    allColumns: table.columns,
    grainMinutes: clock.kind === 'wall' ? clock.grainMinutes : null,
    series: shown.map((history) => {
      const name = history.series.slice(0, 120) || source.slice(0, 120) || 'History';
      const as = { id: name.slice(0, 64), name, source: source.slice(0, 400), intervalMinutes };
      return { name, kept: clock.kind === 'wall' ? keptHistory(history, as) : null };
    }),
  };
}
