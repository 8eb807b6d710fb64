import { type SimulatedQueue, simulateQueue } from '../../../engine/answers';
import type { Cell } from '../csv';
import { formOf, formOptions } from '../form';
import { OptionReader } from '../options';
import { writeCsv, writeJson } from '../output';
import { Exit, type Verb } from '../verb';

const ABOUT = `Simulates one queue contact by contact, first come first served, and says how sure it is: service_level,
abandonment, asa_s (over the answered), occupancy and wait_probability, each with mean, lo95 and hi95; and contacts,
events and seconds of pure simulation. The same seed gives the same figures.`;

export const queue: Verb = {
  usage: 'queue --arrivals-per-hour N --handle-time SECONDS --agents N --contacts N',
  about: ABOUT,
  options: {
    'arrivals-per-hour': { type: 'string', value: 'N', help: 'contacts an hour' },
    'handle-time': { type: 'string', value: 'SECONDS', help: 'mean handle time' },
    agents: { type: 'string', value: 'N', help: 'agents on duty' },
    contacts: { type: 'string', value: 'N', help: 'contacts that are counted, in each replication' },
    patience: { type: 'string', value: 'SECONDS', help: 'mean patience; nobody gives up without it (or infinity)' },
    seed: { type: 'string', value: 'N', help: 'a whole number (1 without it)' },
    target: { type: 'string', value: 'SECONDS', help: 'answer threshold of service_level (20 without it)' },
    'handle-time-cv': {
      type: 'string',
      value: 'N',
      help: 'standard deviation over mean: 1 is exponential (the usual)',
    },
    'patience-cv': { type: 'string', value: 'N', help: 'the same of patience' },
    replications: { type: 'string', value: 'N', help: 'independent repetitions (1 without it)' },
    ...formOptions('json'),
  },
  files: [0, 0],
  async run({ values, around, control }) {
    const options = new OptionReader(values);
    const form = formOf(options, 'json');
    const chosen = {
      arrivalsPerHour: options.requiredNumber('arrivals-per-hour', { above: 0, max: 1e9 }),
      handleTimeSeconds: options.requiredNumber('handle-time', { above: 0, max: 1e9 }),
      agents: options.requiredNumber('agents', { min: 1, max: 1e6, whole: true }),
      contacts: options.requiredNumber('contacts', { min: 20, max: 1e9, whole: true }),
      patienceSeconds: options.number('patience', { min: 0, infinity: true }),
      seed: options.number('seed', { whole: true }) ?? 1,
      targetSeconds: options.number('target', { min: 0, max: 1e9 }),
      handleTimeCv: options.number('handle-time-cv', { min: 0, max: 100 }),
      patienceCv: options.number('patience-cv', { min: 0, max: 100 }),
      replications: options.number('replications', { min: 1, max: 10_000, whole: true }),
    };
    options.finish();
    const answer = simulateQueue({ ...chosen, now: () => performance.now() }, control);
    if (form === 'json') await writeJson(around, answer);
    else await writeCsv(around, ['figure', 'mean', 'lo95', 'hi95'], rows(answer));
    for (const warning of answer.provenance.warnings) around.stderr.write(`Note: ${warning}\n`);
    return Exit.done;
  },
};

const FIGURES = ['service_level', 'abandonment', 'asa_s', 'occupancy', 'wait_probability'] as const;

function* rows(answer: SimulatedQueue): Iterable<Cell[]> {
  for (const figure of FIGURES) {
    const { mean, lo95, hi95 } = answer[figure];
    yield [figure, mean, lo95, hi95];
  }
}
