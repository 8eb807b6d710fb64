import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LinearProgram } from '../../engine/stats';

/** A solver of another house, as a program on this machine. */
export interface NativeSolver {
  readonly name: string;
  readonly isHere: boolean;
  /** The least cost of a program, integer columns whole unless it is relaxed. */
  readonly solve: (program: LinearProgram, relaxed?: boolean) => number;
}

const isHere = (command: string, argument: string) =>
  spawnSync(command, [argument], { stdio: 'ignore' }).error === undefined;

/** GNU's Linear Programming Kit and COIN-OR's branch and cut. */
export const NATIVE_SOLVERS: readonly NativeSolver[] = [
  {
    name: 'glpsol',
    isHere: isHere('glpsol', '--version'),
    solve: (program, relaxed = false) =>
      inFolder((folder) => {
        const model = join(folder, 'model.mps');
        const found = join(folder, 'found.txt');
        writeFileSync(model, mpsText(program, relaxed));
        execFileSync('glpsol', ['--freemps', model, '--write', found, '--min'], { stdio: 'ignore' });
        // The line of the solution: kind, rows, columns, status (two for simplex), objective.
        const line =
          readFileSync(found, 'utf8')
            .split('\n')
            .find((one) => one.startsWith('s ')) ?? '';
        return Number(line.trim().split(/\s+/).at(-1));
      }),
  },
  {
    name: 'cbc',
    isHere: isHere('cbc', '-quit'),
    solve: (program, relaxed = false) =>
      inFolder((folder) => {
        const model = join(folder, 'model.mps');
        const found = join(folder, 'found.txt');
        writeFileSync(model, mpsText(program, relaxed));
        execFileSync('cbc', [model, '-ratioGap', '0', '-allowableGap', '0', '-solve', '-solution', found], {
          stdio: 'ignore',
        });
        const [, value] = /^Optimal - objective value\s+(\S+)/.exec(readFileSync(found, 'utf8')) ?? [];
        return Number(value);
      }),
  },
];

function inFolder<Result>(use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'ballast-solver-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A program in free MPS, the form that every solver reads; numbers in full precision. */
export function mpsText(program: LinearProgram, relaxed: boolean): string {
  const { cost, lower, upper, isInteger, rowLower, rowUpper, rowStarts, columns, weights } = program;
  const kinds = rowLower.map((low, row) => {
    const high = rowUpper[row]!;
    if (low === high) return 'E';
    if (!Number.isFinite(high)) return 'G';
    if (!Number.isFinite(low)) return 'L';
    throw new Error(`Row ${row} has two ends; the form as written here has one.`);
  });
  const entries = cost.map((value): string[] => (value === 0 ? [] : [`cost ${value}`]));
  for (let row = 0; row < rowLower.length; row++) {
    for (let at = rowStarts[row]!; at < rowStarts[row + 1]!; at++)
      entries[columns[at]!]!.push(`r${row} ${weights[at]!}`);
  }
  const lines = ['NAME model FREE', 'ROWS', ' N cost', ...kinds.map((kind, row) => ` ${kind} r${row}`), 'COLUMNS'];
  let isWhole = false;
  const mark = (whole: boolean) => {
    if (whole !== isWhole) lines.push(` mark${lines.length} 'MARKER' ${whole ? "'INTORG'" : "'INTEND'"}`);
    isWhole = whole;
  };
  entries.forEach((own, column) => {
    mark(isInteger[column]! && !relaxed);
    for (const entry of own.length > 0 ? own : ['cost 0']) lines.push(` c${column} ${entry}`);
  });
  mark(false);
  lines.push('RHS');
  kinds.forEach((kind, row) => {
    const value = kind === 'L' ? rowUpper[row]! : rowLower[row]!;
    if (value !== 0) lines.push(` rhs r${row} ${value}`);
  });
  lines.push('BOUNDS');
  cost.forEach((_, column) => {
    if (lower[column] !== 0) lines.push(` LO bound c${column} ${lower[column]}`);
    lines.push(Number.isFinite(upper[column]!) ? ` UP bound c${column} ${upper[column]}` : ` PL bound c${column}`);
  });
  lines.push('ENDATA', '');
  return lines.join('\n');
}
