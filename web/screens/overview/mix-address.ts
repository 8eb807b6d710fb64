import type { Move } from '../../../engine/plan';
import { listField, writePath } from '../../address';

/** Where a move is tried: the screen of mixes, with the move filled in. */
export function mixAddress(planId: string, { from, to, share, streams }: Move): string {
  const query = new URLSearchParams({
    fromKind: from.of,
    from: from.member,
    toKind: to.of,
    to: to.member,
    share: String(Math.round(share * 100)),
  });
  const picked = listField().write(streams ?? []);
  if (picked !== null) query.set('streams', picked);
  query.set('v', '1');
  return `${writePath(planId, 'mixes')}?${query}`;
}
