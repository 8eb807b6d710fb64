import {
  answerCalculation,
  type CalculationInput,
  calculateQueue,
  type QueueCalculatorInput,
  type StaffTableAnswer,
  staffTable,
  staffTableColumns,
  staffTableRows,
} from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import type { RunControl } from '../../../engine/units';
import { csvText } from '../../format';

export interface TableOptions {
  readonly file: Blob;
  readonly input: CalculationInput;
}

/** Questions about queues, which need no plan. */
export const calculatorQuestions = {
  /** One queue, and the same if nobody gave up, to compare with. */
  calculate: (_plan: Plan, options: QueueCalculatorInput) => {
    const { patienceSeconds, maxAbandonment: _cap, ...patient } = options;
    const impatient = typeof patienceSeconds === 'number' && Number.isFinite(patienceSeconds);
    return { answer: calculateQueue(options), patient: impatient ? calculateQueue(patient) : null };
  },
  /** A planner's question beyond one queue. */
  calculation: (
    _plan: Plan,
    { name, input }: { readonly name: string; readonly input: CalculationInput },
    control: RunControl,
  ) => answerCalculation(name, input, control),
  /** A whole table of contacts, staffed; the file is read where it is worked on. */
  table: async (_plan: Plan, { file, input }: TableOptions, control: RunControl) =>
    staffTable(await bytesOf(file), input, control).answer,
  /** The same with the agents of every interval, as a CSV file. */
  tableFile: async (_plan: Plan, { file, input }: TableOptions, control: RunControl) =>
    csvFile(staffTable(await bytesOf(file), input, control)),
};

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

/** Agents by interval as a file, put together in pieces: the whole may be longer than a text can be. */
function csvFile(staffed: StaffTableAnswer): Blob {
  const parts: string[] = ['\uFEFF', csvText([staffTableColumns(staffed)])];
  let rows: (string | number)[][] = [];
  for (const row of staffTableRows(staffed)) {
    if (rows.push(row) < 500) continue;
    parts.push(csvText(rows));
    rows = [];
  }
  parts.push(csvText(rows));
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
