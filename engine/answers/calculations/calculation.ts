import type { RunControl } from '../../units';
import type { Provenance } from '../provenance';
import type { Explanation } from '../results';

/** Units of what goes in and comes out; `%` is a share, 0.8 for 80 %, shown in per cent. */
export type CalculationUnit = '' | 's' | 'min' | 'h' | '%' | 'money' | 'contacts' | 'agents';

/** What a number may be. */
export interface NumberBounds {
  readonly min: number;
  readonly max: number;
  /** The lower bound itself is not allowed. */
  readonly above?: boolean | undefined;
  readonly whole?: boolean | undefined;
  /** It may be left out, and what that means. */
  readonly empty?: string | undefined;
}

/** A number that a calculation takes. */
export interface CalculationField extends NumberBounds {
  /** Its name on the command line and in addresses, such as `handle-time`. */
  readonly option: string;
  readonly label: string;
  readonly unit: CalculationUnit;
  /** What it is where nothing is said; null only where it may be left out. */
  readonly usual: number | null;
  /** What stands together on screen; the first fields have no group. */
  readonly group?: string | undefined;
}

/** One of a few words that a calculation takes; the first is the usual. */
export interface CalculationChoice {
  readonly option: string;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** A column of the table that a calculation takes. */
export interface CalculationColumn extends NumberBounds {
  /** Its name in files, such as `handle_time_s`. */
  readonly name: string;
  readonly label: string;
  readonly unit: CalculationUnit;
  /** A name, not a number. */
  readonly text?: boolean | undefined;
}

export type InputCell = string | number | null;

/** The table that a calculation takes: intervals, streams or measured points. */
export interface CalculationTable {
  /** What a row is: `interval`. */
  readonly row: string;
  readonly about: string;
  readonly columns: readonly CalculationColumn[];
  readonly least: number;
  readonly most: number;
  /** Rows to start from. */
  readonly usual: readonly (readonly InputCell[])[];
}

/** What is asked: numbers and words by the names of their fields, rows of cells in the order of the columns. */
export interface CalculationInput {
  readonly fields?: Readonly<Record<string, number | string | null | undefined>> | undefined;
  readonly rows?: readonly (readonly InputCell[])[] | undefined;
  /** Line of each row in its file, for messages; counted from 1 unless given. */
  readonly lineNumbers?: readonly number[] | undefined;
}

/** One figure of an answer, with its family tree. */
export interface CalculatedFigure {
  readonly name: string;
  readonly label: string;
  /** Null where there is none. */
  readonly value: number | null;
  readonly unit: CalculationUnit;
  /** What it means, in a few words. */
  readonly detail: string;
  readonly explanation: Explanation | null;
}

/** A table of an answer. */
export interface CalculatedTable {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly columns: readonly {
    readonly name: string;
    readonly label: string;
    readonly unit: CalculationUnit;
    /** How the column came about, for those who hover. */
    readonly hint?: string | undefined;
  }[];
  readonly rows: readonly (readonly (number | string | null)[])[];
  /** The row that is the answer. */
  readonly marked?: number | undefined;
}

/** Figures along a number, to be drawn. */
export interface CalculatedChart {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly x: { readonly label: string; readonly unit: CalculationUnit; readonly values: readonly number[] };
  readonly y: { readonly label: string; readonly unit: CalculationUnit; readonly max?: number | undefined };
  readonly series: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
  readonly limits?: readonly { readonly label: string; readonly value: number }[] | undefined;
  readonly mark?: { readonly index: number; readonly label: string } | undefined;
}

/** What a calculation comes to. */
export interface CalculationAnswer {
  /** The answer in a sentence. */
  readonly headline: string;
  /** Why there is none, or null. */
  readonly unsolved: { readonly limit: string; readonly reason: string } | null;
  readonly figures: readonly CalculatedFigure[];
  readonly tables: readonly CalculatedTable[];
  readonly charts: readonly CalculatedChart[];
  readonly provenance: Provenance;
}

export type Fields = Readonly<Record<string, CalculationField>>;
export type Choices = Readonly<Record<string, CalculationChoice>>;

/** Values of fields, null only for those that may be left out. */
export type ValuesOf<F extends Fields> = {
  readonly [Name in keyof F]: F[Name]['empty'] extends string ? number | null : number;
};
export type WordsOf<C extends Choices> = {
  readonly [Name in keyof C]: C[Name]['choices'][number]['value'];
};

/** Input that was checked: every number within its bounds, every default filled in. */
export interface CalculationQuestion<F extends Fields = Fields, C extends Choices = Choices> {
  readonly values: ValuesOf<F>;
  readonly words: WordsOf<C>;
  /** Cells by column name, row by row; null where a cell that may be left out was. */
  readonly rows: readonly Readonly<Record<string, InputCell>>[];
  /** All of it as the inputs of an explanation. */
  readonly inputs: Explanation['inputs'];
}

/** A planner's question beyond one queue: what it takes, and how it is answered. */
export interface Calculation<F extends Fields = Fields, C extends Choices = Choices> {
  /** Its name on the command line and in addresses. */
  readonly name: string;
  readonly title: string;
  /** What it is for, in a sentence or two. */
  readonly about: string;
  readonly fields: F;
  readonly choices: C;
  readonly table: CalculationTable | null;
  readonly answer: (question: CalculationQuestion<F, C>, control: RunControl | undefined) => CalculationAnswer;
}
