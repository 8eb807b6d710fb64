import {
  type MergeAnswer,
  type MergeFigures,
  mergedPlan,
  mergeFootprints,
  proposedMapping,
} from '../../../engine/answers';
import type { MergeMapping } from '../../../engine/footprint';
import type { Plan } from '../../../engine/plan';
import { InputFault, issue } from '../../../engine/units';
import type { Cell } from '../csv';
import { formOf, formOptions } from '../form';
import { OptionReader } from '../options';
import { writeCsv, writeJson } from '../output';
import { readJson } from '../read-json';
import { readPlanFile } from '../read-plan-file';
import { Exit, type Surroundings, type Verb } from '../verb';

const VIEWS = ['figures', 'mapping', 'plan'] as const;

const ABOUT = `Makes one footprint of two plans and says what that changes: cost, service, concentration, single sources, limits
broken, metros that both have. What is the same in both is proposed by names and ids, or given with --map.
--show figures  (without it) both before, both apart, and the union
       mapping  the proposal as JSON, to be changed and given back with --map
       plan     the union as a plan document
Streams that are the same work keep their contacts and are answered by both plans' teams. Both plans must start on the same day, with the
same intervals and week rule; the longer one is cut.`;

export const merge: Verb = {
  usage: 'merge FIRST.json SECOND.json',
  about: ABOUT,
  options: {
    show: { type: 'string', value: 'VIEW', help: `${VIEWS.join(', ')}; figures without it` },
    map: {
      type: 'string',
      value: 'FILE',
      help: 'JSON: what is the same, such as {"sites": {"manila": "makati"}}, second to first',
    },
    rate: {
      type: 'string',
      value: 'NUMBER',
      help: 'what one unit of the second plan’s currency is worth in the first’s',
    },
    ...formOptions('json'),
  },
  files: [2, 2],
  async run({ files, values, around, control }) {
    const options = new OptionReader(values);
    const form = formOf(options, 'json');
    const show = options.choice('show', VIEWS) ?? 'figures';
    if (show !== 'figures' && values.csv === true) options.notBoth('csv', 'show');
    const rate = options.number('rate', { above: 0 });
    const map = options.text('map');
    options.finish();
    const plan = await readPlanFile(files[0], around);
    const second = await readSecond(files[1]!, around);
    const mapping = map === undefined ? undefined : await readMapping(map, around);
    const asked = { second, mapping, rate };
    if (show === 'mapping') await writeJson(around, mapping ?? proposedMapping(plan, asked));
    else if (show === 'plan') await writeJson(around, mergedPlan(plan, asked));
    else {
      const answer = mergeFootprints(plan, asked, control);
      control.clear();
      if (form === 'json') await writeJson(around, answer);
      else await writeCsv(around, ['figure', 'first', 'second', 'apart', 'union'], rows(answer));
      around.stderr.write(`${answer.sentence}\n`);
      for (const warning of answer.provenance.warnings) around.stderr.write(`Note: ${warning}\n`);
    }
    return Exit.done;
  },
};

/** The second plan; its mistakes are told with its own name. */
async function readSecond(file: string, around: Surroundings): Promise<Plan> {
  try {
    return await readPlanFile(file, around);
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    throw new InputFault(
      error.issues.map((one) => ({ ...one, path: `${file}, ${one.path}`, message: `${file}, ${one.message}` })),
    );
  }
}

async function readMapping(file: string, around: Surroundings): Promise<MergeMapping> {
  const value = await readJson(file, around);
  const isObject = (one: unknown): one is Record<string, unknown> =>
    typeof one === 'object' && one !== null && !Array.isArray(one);
  const isRight =
    isObject(value) &&
    Object.values(value).every((list) => isObject(list) && Object.values(list).every((id) => typeof id === 'string'));
  if (!isRight)
    throw new InputFault([
      issue(
        'merge.map',
        '--map',
        file,
        'an object of lists, each an object of ids of the second plan and of the first',
      ),
    ]);
  return value as MergeMapping;
}

const FIGURES = [
  ['cost_per_year', 'costPerYear'],
  ['service_level', 'serviceLevel'],
  ['abandonment', 'abandonment'],
  ['asa_s', 'asaSeconds'],
  ['occupancy', 'occupancy'],
  ['contacts_offered', 'contactsOffered'],
  ['contacts_lost', 'contactsLost'],
  ['productive_hours', 'productiveHours'],
  ['heads', 'heads'],
  ['sites', 'sites'],
  ['providers', 'providers'],
  ['single_source_streams', 'singleSource'],
] as const;

function* rows({ first, second, apart, union }: MergeAnswer): Iterable<Cell[]> {
  const beside = apart as Partial<Record<keyof MergeFigures, number | null>>;
  for (const [column, key] of FIGURES) yield [column, first[key], second[key], beside[key], union[key]];
  yield ['limits_broken', first.breaches.length, second.breaches.length, null, union.breaches.length];
  for (const { dimension, effectiveNumber, largestShare } of union.spread) {
    const of = (figures: MergeFigures) => figures.spread.find((one) => one.dimension === dimension);
    yield [`effective_${dimension}`, of(first)?.effectiveNumber, of(second)?.effectiveNumber, null, effectiveNumber];
    yield [`largest_${dimension}`, of(first)?.largestShare, of(second)?.largestShare, null, largestShare];
  }
}
