import {
  comparePlaybooks,
  contractBills,
  luckBands,
  type StressAnswer,
  type StressCase,
  type StressOptions,
  stressPlan,
} from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { BILL_COLUMNS, billRows } from '../bill-rows';
import type { Cell } from '../csv';
import { formOf, formOptions } from '../form';
import { IMPACT_COLUMNS, impactCells } from '../impact-columns';
import { OptionReader } from '../options';
import { writeCsv, writeJson } from '../output';
import { briefPlaybooks, PLAYBOOK_COLUMNS, type Played, playbookRows } from '../playbook-output';
import { readPlanFile } from '../read-plan-file';
import { checkPlaybooks, readStruck, strikePlan, struckOptions } from '../struck-options';
import { type Call, Exit, type Verb } from '../verb';

const ABOUT = `Runs a plan under its disruptions and scenarios, each beside the undisturbed plan: service, backlog,
abandonment, cost, customers at risk, days to recover. CSV has a line for each case and one for each of its streams;
the line of the whole has an empty stream. --library strikes the plan with disruptions that ship instead.
--playbook compares what would have helped, under the same luck, with its cost; --bills gives what every provider bills
in each case, by the terms of its contract.`;

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
    ...struckOptions,
    playbook: {
      type: 'string',
      multiple: true,
      value: 'ID',
      help: 'a playbook of the plan: what it buys against doing nothing,\nin all and each action alone; may be given again',
    },
    bands: { type: 'boolean', help: 'JSON with what busy and quiet days make of each disruption' },
    bills: { type: 'boolean', help: 'what each provider bills and own sites cost, undisturbed and in each case' },
    full: { type: 'boolean', help: 'JSON with every run by day and week, of streams and teams' },
    ...formOptions('json'),
  },
  files: [1, 1],
  async run({ files, values, around, control }) {
    const options = new OptionReader(values);
    const form = formOf(options, 'json');
    const choice = readStruck(options);
    const playbooks = options.texts('playbook');
    options.notBoth('full', 'csv');
    options.notBoth('bands', 'csv');
    options.notBoth('bands', 'playbook');
    for (const other of ['full', 'bands', 'playbook']) options.notBoth('bills', other);
    options.finish();
    const own = await readPlanFile(files[0], around);
    const { plan, disruptions, scenarios } = strikePlan(own, choice);
    checkPlaybooks(plan, playbooks);
    const which: StressOptions = disruptions.length + scenarios.length === 0 ? {} : { disruptions, scenarios };
    const ids = which.disruptions ?? plan.disruptions.map(({ id }) => id);
    if (playbooks.length > 0) {
      const played = play(plan, ids, playbooks, control);
      if (form === 'csv') await writeCsv(around, PLAYBOOK_COLUMNS, playbookRows(played));
      else await writeJson(around, briefPlaybooks(played, options.has('full')));
      return Exit.done;
    }
    if (options.has('bills')) {
      const bills = contractBills(plan, which, control);
      if (form === 'csv') await writeCsv(around, BILL_COLUMNS, billRows(bills));
      else await writeJson(around, bills);
      return Exit.done;
    }
    if (options.has('bands')) {
      await writeJson(
        around,
        ids.map((id) => ({ disruption: id, ...luckBands(plan, { disruption: id }, control) })),
      );
      return Exit.done;
    }
    const answer = stressPlan(plan, which, control);
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
