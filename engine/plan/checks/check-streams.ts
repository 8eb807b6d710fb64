import type { Plan, Stream } from '../schema';
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
    checkSecondTries(stream, path, ids, add);
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

/** Where customers turn who gave up or come again. */
function checkSecondTries(stream: Stream, path: string, ids: Ids, add: Add): void {
  const elsewhere = (to: string, place: string) => {
    reference(ids.streams, place, to, 'stream', add);
    if (to === stream.id) add('plan.hop-to-itself', place, to, 'another stream; those who try here again are redials');
  };
  stream.hop?.forEach((entry, index) => {
    elsewhere(entry.to, `${path}.hop[${index}].to`);
  });
  stream.transfers?.forEach((entry, index) => {
    elsewhere(entry.to, `${path}.transfers[${index}].to`);
  });
  const handedOn = (stream.transfers ?? []).reduce<number>((sum, entry) => sum + entry.share, 0);
  if (handedOn > 1 + 1e-9)
    add('plan.transfer-shares', `${path}.transfers`, handedOn, 'shares that add up to 1 at most');
  stream.laterAttempts?.forEach(({ escalate }, index) => {
    if (escalate) elsewhere(escalate.to, `${path}.laterAttempts[${index}].escalate.to`);
  });
  const shares = (stream.hop ?? []).reduce<number>((sum, entry) => sum + entry.share, stream.redialShare);
  if (shares > 1 + 1e-9) {
    add('plan.hop-shares', `${path}.hop`, shares, 'shares that add up to 1 at most, together with redialShare');
  }
}
