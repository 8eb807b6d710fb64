/** A table that holds the same figures as a chart: its twin for readers, spreadsheets and screen readers. */
export interface ChartTable {
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly (readonly ChartCell[])[];
}

export type ChartCell = string | number | null;

export interface ChartColumn {
  readonly label: string;
  /** Unit for the head of the column, such as `contacts` or `%`. */
  readonly unit?: string | undefined;
  /** How a number reads on screen; downloads hold it in full. */
  readonly format?: ((value: number) => string) | undefined;
}

/** Pixels that a chart may fill. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** Position of a color in the chart palette; the palette differs by scheme, the order doesn't. */
export type ChartColor = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export type LineDash = 'solid' | 'dashed' | 'dotted' | 'dash-dot';

/** Figures by position; null or NaN where there is none. A `Float64Array` of an answer goes in as it is. */
export type Figures = ArrayLike<number | null>;

/** One line over time; a missing figure breaks the line. */
export interface LineSeries {
  readonly id: string;
  readonly label: string;
  readonly values: Figures;
  /** Given by position where absent. */
  readonly color?: ChartColor | undefined;
  readonly dash?: LineDash | undefined;
  /** Thin for what is only there to compare with. */
  readonly weight?: 'normal' | 'thin' | undefined;
  /** Single moments as dots instead of a line, such as published figures over a model. */
  readonly as?: 'points' | undefined;
  /** Where a figure comes from, by position; said when it is pointed at. */
  readonly notes?: readonly (string | undefined)[] | undefined;
}

export type BandStrength = 'strong' | 'middle' | 'faint';

/** The space between two lines, such as an 80 % prediction interval. */
export interface LineBand {
  readonly id: string;
  readonly label: string;
  readonly lower: Figures;
  readonly upper: Figures;
  readonly color?: ChartColor | undefined;
  /** Strong for the innermost band, faint for the outermost, middle between them. */
  readonly strength?: BandStrength | undefined;
}

/** A date, or a stretch of dates, that is named on the chart. */
export interface LineMarker {
  readonly id: string;
  readonly label: string;
  /** ISO date or wall time. */
  readonly from: string;
  readonly until?: string | undefined;
}

/** A horizontal line to measure against, such as a target. */
export interface LineLimit {
  readonly label: string;
  readonly value: number;
}

/** What a line chart shows, without pixels. */
export interface LineChartData {
  /** ISO dates (`2027-01-04`) or wall times (`2027-01-04T07:30`), ascending. */
  readonly x: readonly string[];
  /** The day means nothing, only the time on the clock does: no dates on axis and readout. */
  readonly timeOfDay?: boolean | undefined;
  readonly series: readonly LineSeries[];
  readonly bands?: readonly LineBand[] | undefined;
  readonly markers?: readonly LineMarker[] | undefined;
  readonly limits?: readonly LineLimit[] | undefined;
  readonly y: ValueAxis;
}

export interface ValueAxis {
  /** Name and unit of the axis, such as `Contacts a day`. */
  readonly label: string;
  /** Ends of the axis; without them it spans the data, and zero. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** For the axis. */
  readonly format?: ((value: number) => string) | undefined;
  /** For the readout, where more digits help; the axis' format without it. */
  readonly formatExact?: ((value: number) => string) | undefined;
}
