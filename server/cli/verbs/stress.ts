import {
  comparePlaybooks,
  type LibraryStrike,
  luckBands,
  type StressAnswer,
  type StressCase,
  type StressOptions,
  stressPlan,
  strikeLibrary,
} from '../../../engine/answers';
import type { LibraryDisruption } from '../../../engine/disruption';
import type { Disruption, Plan } from '../../../engine/plan';
import { InputFault, issue } from '../../../engine/units';
import { libraryDisruptions } from '../../../scenarios';
import type { Cell } from '../csv';
import { formOf, formOptions } from '../form';
import { IMPACT_COLUMNS, impactCells } from '../impact-columns';
import { OptionReader } from '../options';
import { writeCsv, writeJson } from '../output';
import { briefPlaybooks, PLAYBOOK_COLUMNS, type Played, playbookRows } from '../playbook-output';
import { readPlanFile } from '../read-plan-file';
import { type Call, Exit, type Verb } from '../verb';

const ABOUT = `Runs a plan under its disruptions and scenarios, each beside the undisturbed plan: service, backlog,
abandonment, cost, customers at risk, days to recover. CSV has a line for each case and one for each of its streams;
the line of the whole has an empty stream. --library strikes the plan with disruptions that ship instead.
--playbook compares what would have helped, under the same luck, with its cost.`;

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
    library: {
      type: 'string',
      multiple: true,
      value: 'ID',
      help: 'a disruption of the library instead, with its own figures;\nmay be given again, and needs --start',
    },
    start: { type: 'string', value: 'DATE', help: 'the first day of --library, such as 2027-03-15' },
    target: {
      type: 'string',
      value: 'KIND:MEMBER',
      help: 'what --library strikes, such as metro:Lisbon or world;\nthe largest that the plan has without it',
    },
    playbook: {
      type: 'string',
      multiple: true,
      value: 'ID',
      help: 'a playbook of the plan: what it buys against doing nothing,\nin all and each action alone; may be given again',
    },
    bands: { type: 'boolean', help: 'JSON with what busy and quiet days make of each disruption' },
    full: { type: 'boolean', help: 'JSON with every run by day and week, of streams and teams' },
    ...formOptions('json'),
  },
  files: [1, 1],
  async run({ files, values, around, control }) {
    const options = new OptionReader(values);
    const ids = options.texts('scenario');
    const form = formOf(options, 'json');
    const library = options.texts('library');
    const playbooks = options.texts('playbook');
    const [start, target] = [options.text('start'), options.text('target')];
    options.notBoth('full', 'csv');
    options.notBoth('bands', 'csv');
    options.notBoth('bands', 'playbook');
    if (library.length > 0) options.required('start', 'a date, the first day of --library');
    else for (const name of ['start', 'target']) options.onlyWith(name, 'library');
    options.finish();
    const own = await readPlanFile(files[0], around);
    const struck = start === undefined ? [] : strikes(own, library, { startDate: start, target });
    const plan = struck.length === 0 ? own : { ...own, disruptions: [...own.disruptions, ...struck] };
    const which = struck.length === 0 || ids.length > 0 ? chosen(plan, ids) : {};
    if (playbooks.length > 0) {
      const ids = withStruck(which, struck).disruptions ?? plan.disruptions.map(({ id }) => id);
      const played = play(plan, ids, playbooks, control);
      if (form === 'csv') await writeCsv(around, PLAYBOOK_COLUMNS, playbookRows(played));
      else await writeJson(around, briefPlaybooks(played, options.has('full')));
      return Exit.done;
    }
    if (options.has('bands')) {
      const ids = withStruck(which, struck).disruptions ?? plan.disruptions.map(({ id }) => id);
      await writeJson(
        around,
        ids.map((id) => ({ disruption: id, ...luckBands(plan, { disruption: id }, control) })),
      );
      return Exit.done;
    }
    const answer = stressPlan(plan, withStruck(which, struck), control);
    if (form === 'csv') await writeCsv(around, ['id', 'kind', 'name', 'stream', ...IMPACT_COLUMNS], rows(answer));
    else await writeJson(around, options.has('full') ? answer : brief(answer));
    return Exit.done;
  },
};

/** Each disruption alone, without and with the playbooks. */
function play(plan: Plan, ids: readonly string[], playbooks: readonly string[], control: Call['control']): Played[] {
  return ids.map((id) => ({
    id,
    answer: comparePlaybooks(plan, { disruptions: [id], playbooks, actions: true }, control),
  }));
}

/** Library disruptions on the plan; ids that the library doesn't have are refused together. */
function strikes(plan: Plan, ids: readonly string[], strike: LibraryStrike): Disruption[] {
  const library = libraryDisruptions as readonly LibraryDisruption[];
  const unknown = ids.filter((id) => !library.some((entry) => entry.id === id));
  if (unknown.length > 0) {
    const known = library.map(({ id }) => id).join(', ');
    throw new InputFault(unknown.map((id) => issue('library.unknown', '--library', id, `one of ${known}`)));
  }
  const built: Disruption[] = [];
  for (const id of ids) {
    const entry = library.find((each) => each.id === id)!;
    built.push(strikeLibrary({ ...plan, disruptions: [...plan.disruptions, ...built] }, entry, strike));
  }
  return built;
}

function withStruck(which: StressOptions, struck: readonly Disruption[]): StressOptions {
  if (struck.length === 0) return which;
  const ids = struck.map(({ id }) => id);
  return { ...which, disruptions: [...(which.disruptions ?? []), ...ids] };
}

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
