/**
 * `npm run bench:headcount`: how soon the headcount of 32 teams × 104 weeks follows an edit, in a worker of its own.
 *
 * The worked plan over two years, all teams hired for; each edit sets one week's attrition of one team, and the worker checks
 * the plan and works the headcount out. The first few edits, in which code is compiled, are printed apart: a screen that opens
 * asks three times before anybody edits. No timed test: the bar of 50 ms is printed, not asserted.
 * Use: node tests/bench/headcount.mjs [EDITS, 60 unless given]
 */
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { buildEntry } from './build-entry.mjs';

const FIRST = 6;
const edits = Number(process.argv[2] ?? 60);
const folder = mkdtempSync(join(tmpdir(), 'ballast-headcount-'));
try {
  const built = await buildEntry('headcount-worker.ts', folder, 'worker.mjs');
  const document = JSON.parse(readFileSync(new URL('../../scenarios/library/farwater.json', import.meta.url), 'utf8'));
  const { hiring, onboarding, overtime } = document.teams.find((team) => team.hiring);
  const worker = new Worker(built, {
    workerData: {
      ...document,
      calendar: { ...document.calendar, weeks: 104 },
      teams: document.teams.map((team) => ({ hiring, onboarding, overtime, ...team })),
    },
  });
  const answers = [];
  for (let edit = 0; edit < FIRST + edits; edit++) {
    worker.postMessage({ team: edit % document.teams.length, week: (edit * 7) % 104 });
    // Rejects if the worker fails.
    const [answer] = await once(worker, 'message');
    answers.push(answer);
  }
  await worker.terminate();
  const wrong = answers.filter(({ issues, heads }) => issues > 0 || !(heads > 0)).length;
  if (wrong > 0) throw new Error(`${wrong} edits had no sound answer`);
  print('first edits', answers.slice(0, FIRST));
  print(`next ${edits} edits`, answers.slice(FIRST));
  console.log('bar: 50 ms after one edit');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function print(what, answers) {
  const of = (key) => answers.map((answer) => answer[key]).sort((a, b) => a - b);
  const words = (values) => {
    const at = (share) => values[Math.min(values.length - 1, Math.floor(values.length * share))].toFixed(1);
    return `median ${at(0.5)}, nine of ten ${at(0.9)}, slowest ${values.at(-1).toFixed(1)} ms`;
  };
  console.log(`${what}: by the clock ${words(of('wall'))}; processor ${words(of('processor'))}`);
}
