import { type DecisionAnswer, decideMove } from '../../../engine/answers';
import type { Cell } from '../csv';
import { formOf, formOptions } from '../form';
import { OptionReader } from '../options';
import { writeCsv, writeJson } from '../output';
import { readPlanFile } from '../read-plan-file';
import { Exit, type Verb } from '../verb';

export const decide: Verb = {
  usage: 'decide PLAN.json',
  about: `Finds the one move of work that makes the worst single failure milder, among those that keep cost, service and seats: today's
footprint and the one after it in three numbers (cost, service, contacts lost with the worst failure), and every move that
was tried. JSON has all of it; CSV has the moves tried, those within the limits that lose least first.`,
  options: {
    'cost-rise': { type: 'string', value: 'SHARE', help: 'most that a year may cost more, 0 to 1 (0.02)' },
    ...formOptions('json'),
  },
  files: [1, 1],
  async run({ files, values, around, control }) {
    const options = new OptionReader(values);
    const form = formOf(options, 'json');
    const costRise = options.number('cost-rise', { min: 0, max: 1 });
    options.finish();
    const answer = decideMove(await readPlanFile(files[0], around), { costRise }, control);
    if (form === 'csv') await writeCsv(around, COLUMNS, rows(answer));
    else await writeJson(around, answer);
    return Exit.done;
  },
};

const COLUMNS = [
  ...['from_dimension', 'from', 'to_dimension', 'to', 'share', 'streams', 'cost_per_year', 'service_level'],
  ...['lost_undisturbed', 'lost_without_node', 'within_cost', 'within_service', 'within_seats', 'proposed'],
];

function* rows({ tried, decision }: DecisionAnswer): Iterable<Cell[]> {
  for (const each of tried) {
    const { from, to, share, streams } = each.move;
    yield [
      ...[from.of, from.member, to.of, to.member, share, streams?.join(' ') ?? null],
      ...[each.costPerYear, each.serviceLevel, each.lostUndisturbed, each.lostWithoutNode],
      ...[each.isWithinCost, each.isWithinService, each.isWithinSeats, each.name === decision?.name].map(Number),
    ];
  }
}
