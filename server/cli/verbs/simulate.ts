import { join } from 'node:path';
import {
  type ContactFigures,
  type ContactsAnswer,
  contactsWithCrew,
  followContacts,
  simulateContacts,
} from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { InputFault, issue } from '../../../engine/units';
import type { Cell } from '../csv';
import { formOf, formOptions } from '../form';
import { naming, OptionReader } from '../options';
import { writeCsv, writeJson } from '../output';
import { readPlanFile } from '../read-plan-file';
import { simulateCrewSize, simulator } from '../simulate';
import { checkPlaybooks, readStruck, type StruckChoice, strikePlan, struckOptions } from '../struck-options';
import { withThreads } from '../threads';
import { Exit, type Verb } from '../verb';

const ABOUT = `Simulates some days of a plan contact by contact, with skills, priorities, patience and what customers do
next, and says how sure it is: every figure with mean, lo95 and hi95 over replications, beside the flow model's. CSV has a
line for each figure of each stream; the whole has an empty stream. With --follow it tells the lives of single contacts.
The same seed gives the same figures, whatever the replications are split into.`;

export const simulate: Verb = {
  usage: 'simulate PLAN.json',
  about: ABOUT,
  options: {
    from: {
      type: 'string',
      value: 'DATE',
      help: 'first day (the start of the disruptions, or of the plan, without it)',
    },
    days: { type: 'string', value: 'N', help: '1 to 28 (7 without it)' },
    scenario: {
      type: 'string',
      multiple: true,
      value: 'ID',
      help: 'a disruption or scenario of the plan that strikes; may be given\nagain, and all strike together; one scenario at most',
    },
    ...struckOptions,
    playbook: { type: 'string', value: 'ID', help: 'a playbook of the plan that answers (the scenario’s without it)' },
    replications: { type: 'string', value: 'N', help: 'independent repetitions (20 without it)' },
    first: { type: 'string', value: 'N', help: 'number of the first repetition (0 without it)' },
    precision: { type: 'string', value: 'POINTS', help: 'stop when service level is known to so many points' },
    'common-variation': { type: 'string', value: 'SHARE', help: 'part of daily variation that all streams share' },
    seed: { type: 'string', value: 'N', help: 'a whole number (1 without it)' },
    workers: { type: 'string', value: 'N', help: 'threads to share repetitions out over; the answer is the same' },
    follow: { type: 'string', value: 'N', help: 'instead: so many journeys of customers, one of each kind' },
    stream: { type: 'string', value: 'ID', help: 'with --follow: the stream of the first contact' },
    ...formOptions('json'),
  },
  files: [1, 1],
  async run({ files, values, around, control }) {
    const options = new OptionReader(values);
    const form = formOf(options, 'json');
    const window = {
      from: options.text('from'),
      days: options.number('days', { min: 1, max: 28, whole: true }),
      seed: options.number('seed', { whole: true }),
      commonVariation: options.number('common-variation', { min: 0, max: 1 }),
    };
    const choice = readStruck(options);
    const playbook = options.text('playbook');
    const replications = options.number('replications', { min: 1, max: 10_000, whole: true });
    const firstReplication = options.number('first', { min: 0, max: 1e9, whole: true });
    const precisionPoints = options.number('precision', { min: 0.001, max: 100 });
    const workers = options.number('workers', { min: 1, max: 64, whole: true });
    const most = options.number('follow', { min: 1, max: 50, whole: true });
    const stream = options.text('stream');
    if (most !== undefined)
      for (const name of ['replications', 'precision', 'workers']) options.notBoth('follow', name);
    else options.onlyWith('stream', 'follow');
    options.finish();
    const own = await readPlanFile(files[0], around);
    const { plan, ...scene } = sceneOf(own, choice, playbook);
    if (most !== undefined) {
      const following = { ...window, ...scene, stream, most, replication: firstReplication };
      const told = naming(OPTION_OF, () => followContacts(plan, following, control));
      if (form === 'json') await writeJson(around, told);
      else await writeCsv(around, ['journey', 'stream', 'outcome', 'alike', 'customers', 'at', 'what'], steps(told));
      return Exit.done;
    }
    const study = { ...window, ...scene, replications, firstReplication, precisionPoints };
    const size = simulateCrewSize(plan, window.days ?? 7, replications ?? 20, workers);
    const script = join(around.home, 'dist', 'server', 'simulate-thread.js');
    const answer = await naming(OPTION_OF, async () =>
      size > 1
        ? withThreads(script, size, simulator(plan), (crew) => contactsWithCrew(study, crew, control))
        : simulateContacts(plan, study, control),
    );
    if (form === 'json') await writeJson(around, brief(answer));
    else await writeCsv(around, ['stream', 'figure', 'mean', 'lo95', 'hi95', 'flow'], rows(answer));
    for (const warning of answer.provenance.warnings) around.stderr.write(`Note: ${warning}\n`);
    return Exit.done;
  },
};

/** What the engine calls its options, and what they are called here. */
const OPTION_OF = { from: '--from', days: '--days', seed: '--seed', stream: '--stream', most: '--follow' };

/** What strikes together, and what answers. */
function sceneOf(own: Plan, choice: StruckChoice, playbook: string | undefined) {
  const { plan, disruptions, scenarios } = strikePlan(own, choice);
  checkPlaybooks(plan, playbook === undefined ? [] : [playbook]);
  if (scenarios.length > 1) {
    throw new InputFault([issue('simulate.scenarios', '--scenario', scenarios.join(', '), 'one scenario at most')]);
  }
  if (playbook !== undefined && disruptions.length + scenarios.length === 0) {
    throw new InputFault([
      issue('option.alone', '--playbook', 'nothing that strikes', '--scenario or --library beside it'),
    ]);
  }
  return { plan, disruptions, scenario: scenarios[0], playbook };
}

/** The answer without the counts of single replications. */
function brief({ samples: _samples, ...rest }: ContactsAnswer) {
  return rest;
}

const FIGURES = {
  service_level: 'serviceLevel',
  abandonment: 'abandonment',
  asa_s: 'asaSeconds',
  offered: 'offered',
  redials: 'redials',
  answered: 'answered',
  abandoned: 'abandoned',
  lost: 'lost',
  backlog: 'backlog',
  hops_in: 'hopsIn',
  blocked: 'blocked',
  called_back: 'calledBack',
  transferred: 'transferred',
} as const satisfies Record<string, keyof ContactFigures>;

function* rows({ total, flow, streams }: ContactsAnswer): Iterable<Cell[]> {
  for (const one of [{ id: null, figures: total, flow }, ...streams]) {
    for (const [name, field] of Object.entries(FIGURES)) {
      const { mean, lo95, hi95 } = one.figures[field];
      const beside = one.flow as unknown as Readonly<Record<string, number | null | undefined>>;
      yield [one.id, name, mean, lo95, Number.isFinite(hi95) ? hi95 : null, beside[field] ?? null];
    }
  }
}

function* steps({ journeys }: ReturnType<typeof followContacts>): Iterable<Cell[]> {
  for (const [at, { stream, outcome, alike, customers, steps: told }] of journeys.entries()) {
    for (const step of told) yield [at + 1, stream, outcome, alike, customers, step.at, step.text];
  }
}
