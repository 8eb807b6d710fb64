import type { Plan } from '../schema';
import { checkDemand } from './check-demand';
import { type Add, reference, sumsToOne } from './check-tools';
import type { Ids } from './collect-ids';

export function checkStreams(plan: Plan, ids: Ids, add: Add): void {
  plan.streams.forEach((stream, at) => {
    const path = `streams[${at}]`;
    reference(ids.markets, `${path}.market`, stream.market, 'market', add);
    checkDemand(stream.demand, `${path}.demand`, plan, ids, add);
    stream.reasons?.forEach((entry, index) => {
      reference(ids.reasons, `${path}.reasons[${index}].reason`, entry.reason, 'reason', add);
    });
    if (stream.reasons && stream.reasons.length > 0)
      sumsToOne(
        stream.reasons.map((entry) => entry.share),
        `${path}.reasons`,
        add,
      );
    const deferrable = stream.target.kind === 'complete-within';
    if (deferrable !== (stream.patienceSeconds === null)) {
      add(
        'plan.patience',
        `${path}.patienceSeconds`,
        stream.patienceSeconds,
        deferrable
          ? 'null, because the work is deferrable (complete-within)'
          : 'a mean patience in seconds, because customers wait on the line',
      );
    }
  });
}
