import { type StressAnswer, type StressCase, stressPlan } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import type { Cell } from '../csv';
import { formOf, formOptions } from '../form';
import { IMPACT_COLUMNS, impactCells } from '../impact-columns';
import { OptionReader } from '../options';
import { writeCsv, writeJson } from '../output';
import { readPlanFile } from '../read-plan-file';
import { Exit, type Verb } from '../verb';

const ABOUT = `Runs a plan under its disruptions and scenarios, each beside the undisturbed plan: service, backlog,
abandonment, cost, customers at risk, days to recover. CSV has a line for each case and one for each of its streams;
the line of the whole has an empty stream.`;

export const stress: Verb = {
  usage: 'stress PLAN.json',
  about: ABOUT,
  options: {
    scenario: {
      type: 'string',
      multiple: true,
      value: 'ID',
      help: 'a disruption or scenario of the plan; may be given again;\nall of them without it',
    },
    full: { type: 'boolean', help: 'JSON with every run by day and week, of streams and teams' },
    ...formOptions('json'),
  },
  files: [1, 1],
  async run({ files, values, around, control }) {
    const options = new OptionReader(values);
    const ids = options.texts('scenario');
    const form = formOf(options, 'json');
    options.notBoth('full', 'csv');
    options.finish();
    const plan = await readPlanFile(files[0], around);
    const answer = stressPlan(plan, chosen(plan, ids), control);
    if (form === 'csv') await writeCsv(around, ['id', 'kind', 'name', 'stream', ...IMPACT_COLUMNS], rows(answer));
    else await writeJson(around, options.has('full') ? answer : brief(answer));
    return Exit.done;
  },
};

/** Ids of scenarios by what the plan calls them; an id that is neither goes with the disruptions, to be refused there. */
function chosen(plan: Plan, ids: readonly string[]) {
  if (ids.length === 0) return {};
  const known = new Set(plan.scenarios.map(({ id }) => id));
  return { scenarios: ids.filter((id) => known.has(id)), disruptions: ids.filter((id) => !known.has(id)) };
}

function* rows({ cases }: StressAnswer): Iterable<Cell[]> {
  for (const { id, kind, name, impact, byStream } of cases) {
    yield [id, kind, name, null, ...impactCells(impact)];
    for (const stream of byStream) yield [id, kind, name, stream.id, ...impactCells(stream.impact)];
  }
}

/** The answer without its series: what a reader wants first. */
function brief({ base, cases, provenance }: StressAnswer) {
  const short = ({ run, ...rest }: StressCase) => ({ ...rest, total: run.total });
  return { base: base.total, cases: cases.map(short), provenance };
}
