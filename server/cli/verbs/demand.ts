import {
  answerDemand,
  chargeDepartments,
  type DemandTable,
  demandTables,
  departmentTable,
} from '../../../engine/answers';
import { formOf, formOptions } from '../form';
import { OptionReader } from '../options';
import { writeCsv, writeJson } from '../output';
import { readPlanFile } from '../read-plan-file';
import { Exit, type Surroundings, type Verb } from '../verb';

const TABLES = ['weeks', 'days', 'reasons', 'steps', 'departments'] as const;

const ABOUT = `A plan's demand from its models to what agents get: events, measures by kind, and people's overrides, in the order
of the columns, each counted after those before it. Contacts are first attempts; hours are handling hours of agents.
--by weeks gives a line a stream and week (the usual), days contacts by day, reasons the waterfall by reason over the
horizon, steps what each event, measure and override does, departments who causes contacts and what they cost.`;

export const demand: Verb = {
  usage: 'demand PLAN.json',
  about: ABOUT,
  options: {
    by: { type: 'string', value: 'NAME', help: `lines of the CSV: ${TABLES.join(', ')} (weeks)` },
    ...formOptions('csv'),
  },
  files: [1, 1],
  async run({ files, values, around, control }) {
    const options = new OptionReader(values);
    const form = formOf(options, 'csv');
    const by = options.choice('by', TABLES) ?? 'weeks';
    options.finish();
    const plan = await readPlanFile(files[0], around);
    const answer = answerDemand(plan, control);
    if (form === 'json') await writeJson(around, { ...answer, departments: chargeDepartments(plan, control) });
    else if (by === 'departments') await writeTable(around, departmentTable(chargeDepartments(plan, control)));
    else await writeTable(around, demandTables[by](answer));
    control.clear();
    for (const warning of answer.provenance.warnings) around.stderr.write(`Note: ${warning}\n`);
    return Exit.done;
  },
};

const writeTable = (around: Surroundings, { columns, rows }: DemandTable) => writeCsv(around, columns, rows);
