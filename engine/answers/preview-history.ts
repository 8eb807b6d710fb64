import { type ImportCorrections, type ImportInput, type ImportPreview, inferHistory, type Survey } from '../demand';
import { InputFault, type Issue, type RunControl } from '../units';
import { type HistoryGrid, historyGrid } from './kept-history';

/** What was inferred from a file, and each of its series as it would be kept. */
export interface HistoryPreview {
  /** Columns of the file, for corrections; none where it is no table at all. */
  readonly allColumns: readonly string[];
  /** Some rows as they stand in the file, for whoever corrects. */
  readonly firstRows: readonly (readonly string[])[];
  /** Line of the first of them. */
  readonly firstLine: number;
  /** What is wrong with the file as it was understood; null where it can be kept. */
  readonly refused: { readonly message: string; readonly issues: readonly Issue[] } | null;
  /** Null where the file was refused. */
  readonly understood: Omit<ImportPreview, 'histories'> | null;
  /** Minutes between two rows; null for running numbers. */
  readonly grainMinutes: number | null;
  readonly series: readonly {
    readonly name: string;
    /** Null where a plan can't keep it, because it has no dates. */
    readonly grid: HistoryGrid | null;
  }[];
  /** Series of the file, of which a plan takes 50. */
  readonly seriesCount: number;
}

export interface PreviewOptions {
  readonly input: ImportInput;
  readonly corrections?: ImportCorrections | undefined;
  /** Name of the file or of where the text came from. */
  readonly source: string;
  /** The plan's interval: finer data is added up to it. */
  readonly intervalMinutes: number;
}

/** Series of one file that a plan takes; beyond these, the file is to be cut or its series column to be corrected. */
const MOST_SERIES = 50;
const SHOWN_ROWS = 5;

/**
 * Reads a file of contact counts for a plan: everything inferred is shown before anything is kept.
 *
 * Use on a screen, where a history lands in a plan; `readHistory` gives the bare series. A file with rows in error is
 * refused as a whole, with its columns and first rows, so that a wrong guess can be corrected. Cost: linear in the file.
 */
export function previewHistory(options: PreviewOptions, control?: RunControl): HistoryPreview {
  const { input, corrections = {}, source, intervalMinutes } = options;
  let survey: Survey | null = null;
  const table = () => ({
    allColumns: survey?.columns ?? [],
    firstRows: survey?.sample.rows.slice(0, SHOWN_ROWS).map((row) => row.map((cell) => cell.slice(0, 80))) ?? [],
    firstLine: survey?.firstLine ?? 1,
  });
  try {
    const { histories, ...understood } = inferHistory(input, corrections, control, (found) => {
      survey = found;
    });
    const { clock } = understood;
    return {
      ...table(),
      refused: null,
      understood,
      grainMinutes: clock.kind === 'wall' ? clock.grainMinutes : null,
      series: histories.slice(0, MOST_SERIES).map((history) => {
        const name = history.series.slice(0, 120) || source.slice(0, 120) || 'History';
        return { name, grid: clock.kind === 'wall' ? historyGrid(history, intervalMinutes) : null };
      }),
      seriesCount: histories.length,
    };
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    const { message, issues } = error;
    return {
      ...table(),
      refused: { message, issues },
      understood: null,
      grainMinutes: null,
      series: [],
      seriesCount: 0,
    };
  }
}
