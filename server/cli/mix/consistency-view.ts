import { CONSISTENCY_MEASURES, type ConsistencyAnswer, measureConsistency } from '../../../engine/answers';
import type { Cell } from '../csv';
import type { MixView } from './mix-view';

/** How differently the same work is done from site to site, today or with a mix. */
export const consistencyView: MixView = {
  about: 'how differently the same work is done from site to site, today or in the one named',
  options: {},
  targets: [0, 1],
  read() {
    return (plan, [variant], control) => {
      const answer = measureConsistency(plan, { variant }, control);
      return { answer, columns: COLUMNS, rows: rows(answer), told: [answer.sentence] };
    };
  },
};

const COLUMNS = [
  'stream',
  'name',
  'site',
  'contacts',
  'share',
  'handle_time_s',
  'resolution',
  'cost_per_contact',
  'occupancy',
  'attrition_per_year',
  'shrinkage',
];

function* rows({ streams }: ConsistencyAnswer): Iterable<Cell[]> {
  for (const { id, name, contacts, sites, spread } of streams) {
    for (const one of sites)
      yield [
        id,
        name,
        one.site,
        one.contacts,
        one.share,
        one.handleTime,
        one.resolution,
        one.costPerContact,
        one.occupancy,
        one.attrition,
        one.shrinkage,
      ];
    for (const figure of ['mean', 'between', 'worst'] as const)
      yield [id, name, figure, contacts, 1, ...CONSISTENCY_MEASURES.map((measure) => spread[measure]?.[figure])];
  }
}
