import type { LayerDifference } from '../../../engine/plan';
import { formatCount, formatDate } from '../../format';

/** What an upload does to those below it, in a sentence. */
export function differenceWords(difference: LayerDifference): string {
  const { added, same, changed, before, after, firstChanged, lastChanged } = difference;
  const parts = [
    added > 0 ? `adds ${intervals(added)}` : '',
    changed > 0
      ? `changes ${intervals(changed)} from ${formatDate(firstChanged?.slice(0, 10))} to ${formatDate(lastChanged?.slice(0, 10))}, ${formatCount(before)} contacts becoming ${formatCount(after)}`
      : '',
    same > 0 ? `repeats ${intervals(same)} as they were` : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return 'has no value.';
  const last = parts.pop();
  return `${parts.length > 0 ? `${parts.join(', ')} and ` : ''}${last}.`;
}

function intervals(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'interval' : 'intervals'}`;
}
