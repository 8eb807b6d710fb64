import type { Bought, PlaybookAnswer, PlaybookCase } from '../../engine/answers';
import type { Cell } from './csv';
import { IMPACT_COLUMNS, impactCells } from './impact-columns';

const BOUGHT = [
  ['contacts_saved', 'contactsSaved'],
  ['customers_saved', 'customersSaved'],
  ['value_saved', 'valueSaved'],
  ['backlog_saved', 'backlogSaved'],
  ['worst_day_points', 'worstDayPoints'],
  ['days_sooner', 'daysSooner'],
  ['playbook_cost', 'cost'],
  ['bill_change', 'billChange'],
  ['saved_per_thousand', 'savedPerThousand'],
  ['cost_per_saved', 'costPerSaved'],
] as const satisfies readonly (readonly [string, keyof Bought])[];

export const PLAYBOOK_COLUMNS = [
  'disruption',
  'playbook',
  'action',
  ...IMPACT_COLUMNS,
  ...BOUGHT.map(([name]) => name),
];

/** Disruptions that were struck with playbooks. */
export interface Played {
  readonly id: string;
  readonly answer: PlaybookAnswer;
}

/** A line for nothing done, for each playbook, and for each of its actions alone. */
export function* playbookRows(played: readonly Played[]): Iterable<Cell[]> {
  for (const { id, answer } of played) {
    yield [id, null, null, ...impactCells(answer.without.impact), ...BOUGHT.map(() => null)];
    for (const book of answer.playbooks) {
      yield [id, book.id, null, ...impactCells(book.impact), ...cells(book.bought)];
      for (const [at, { kind, alone }] of book.actions.entries()) {
        const name = `${at + 1} ${kind}`;
        if (alone) yield [id, book.id, name, ...IMPACT_COLUMNS.map(() => null), ...cells(alone)];
      }
    }
  }
}

const cells = (bought: Bought): Cell[] => BOUGHT.map(([, field]) => bought[field]);

/** The answers without their series. */
export function briefPlaybooks(played: readonly Played[], isFull: boolean) {
  return played.map(({ id, answer: { base, without, startDate, playbooks, provenance } }) => ({
    disruption: id,
    startDate,
    base: isFull ? base : base.total,
    without: isFull ? without : { impact: without.impact, total: without.run.total },
    playbooks: playbooks.map((book) => (isFull ? book : brief(book))),
    provenance,
  }));
}

const brief = ({ run, ...rest }: PlaybookCase) => ({ ...rest, total: run.total });
