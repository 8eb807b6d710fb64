/** What a model is given: a gapless past on the frame's grid, and how many steps to forecast from its end. */
export interface Sample {
  /** Slots in a row (a day), rows in a cycle (a week), rows in a year (0 where unknown). */
  readonly slots: number;
  readonly cycle: number;
  readonly year: number;
  /** Position of row 0 in its cycle. */
  readonly phase: number;
  /** Values of the past, row by row, gaps filled; its length is the step where the forecast starts. */
  readonly y: Float64Array;
  /** Steps to forecast. */
  readonly steps: number;
}

/** A forecasting method: pure, the same answer for the same sample. */
export interface Model {
  readonly id: string;
  /** Name in planner's words. */
  readonly name: string;
  /** Where the method is written down. */
  readonly source: string;
  /** The mean of each step, or null where the past is too short or of the wrong kind for this model. */
  readonly forecast: (sample: Sample) => Float64Array | null;
}

/** A method for one value a row: totals of days, or weekly counts. `past` ends at the row before the first forecast. */
export type RowMethod = (past: Float64Array, shape: RowShape, rows: number) => Float64Array | null;

/** The seasons of a row series. */
export interface RowShape {
  readonly cycle: number;
  readonly year: number;
  /** Position of the first forecast row in its cycle. */
  readonly nextPosition: number;
}
