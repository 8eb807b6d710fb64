/**
 * Places of the figures that the kernels write, so that a hot loop can reuse one `Float64Array`.
 *
 * Shares are of all offered contacts. `meanWait` is over everyone, those who give up included; `asa` (average speed of
 * answer) over the answered alone. `withinTarget` counts contacts that left the queue, answered or not, within target.
 */
export const QUEUE_METRIC = {
  waitProbability: 0,
  serviceLevel: 1,
  asa: 2,
  meanWait: 3,
  abandonment: 4,
  occupancy: 5,
  leftWithinTarget: 6,
  queueLength: 7,
} as const;

/** Length of an array for the kernels' figures. */
export const QUEUE_METRICS = 8;

/** The same figures by name, as the public functions return them. */
export interface QueueFigures {
  /** Share of contacts that don't reach an agent at once. */
  readonly waitProbability: number;
  /** Share by the definition asked for; answered within target over offered unless another was named. */
  readonly serviceLevel: number;
  /** Mean wait of the answered, seconds. */
  readonly asaSeconds: number;
  /** Mean wait of all, those who gave up included, seconds. */
  readonly meanWaitSeconds: number;
  /** Share of contacts that give up. */
  readonly abandonment: number;
  /** Share of contacts turned away at the door. */
  readonly blocking: number;
  /** Share of agents' time spent on contacts. */
  readonly occupancy: number;
  /** Mean number of contacts waiting. */
  readonly queueLength: number;
  /** Offered load in erlangs. */
  readonly offeredLoad: number;
}
