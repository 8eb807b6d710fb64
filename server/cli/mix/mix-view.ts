import type { MixVariant } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import type { Cell } from '../csv';
import type { OptionReader } from '../options';
import type { Call, VerbOption } from '../verb';

/** Something else than the frontier that the verb shows of footprints. */
export interface MixView {
  readonly about: string;
  readonly options: Readonly<Record<string, VerbOption>>;
  /** How many footprints beside today's it takes. */
  readonly targets: readonly [number, number];
  /** Reads its options; what comes back works once the plan is there. */
  read(options: OptionReader): (plan: Plan, targets: readonly MixVariant[], control: Call['control']) => MixTable;
}

/** What is shown: the answer for JSON, its table for CSV, and lines for people. */
export interface MixTable {
  readonly answer: unknown;
  readonly columns: readonly string[];
  readonly rows: Iterable<Cell[]>;
  readonly told: readonly string[];
  /** There is no answer: the exit status is 3. */
  readonly isWithout?: boolean;
}
