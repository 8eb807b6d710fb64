import type { Assumption } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import type { Editable } from '../../state';

/** What of an assumption is changed. */
export type AssumptionField = 'low' | 'likely' | 'high' | 'source' | 'grade';

type Holder = Record<string, unknown>;

/** What an entry of the plan begins with where it has none yet; figures that weren't asked for start without any effect. */
const FRESH: Readonly<Record<string, () => Holder>> = {
  retention: () => ({ leaverShare: 0, saveShare: 0 }),
  insight: () => ({ mostPerYear: 0, contactsToHalf: 10_000 }),
  worth: () => ({}),
  churn: () => ({ perAbandonedContact: 0, valuePerCustomer: 0 }),
  amplification: () => ({ tells: 0, leaveShare: 0 }),
  attrition: () => ({ payElasticity: 0, occupancyElasticity: 0, referenceOccupancy: 0.85 }),
  leads: () => ({ wageFactor: 1.35 }),
  cost: () => ({}),
  money: () => ({}),
};

/** The least, the likeliest and the most of a figure; three times the same where it is no range. */
export function endsOf({ estimate }: Assumption): readonly [number | null, number | null, number | null] {
  if (estimate === null) return [null, null, null];
  return typeof estimate === 'number' ? [estimate, estimate, estimate] : estimate;
}

/**
 * Sets one field of an assumption in a draft of the plan, making the entry that holds it where there is none.
 *
 * A likeliest figure outside the range takes the nearer end along, so that a range always holds it.
 */
export function setAssumption(draft: Editable<Plan>, row: Assumption, field: AssumptionField, value: unknown): void {
  const steps = row.path.split('/');
  const key = steps.pop()!;
  const holder = holderOf(draft as unknown as Holder, steps);
  if (!holder) return;
  if (field === 'source' || field === 'grade') {
    if (value === null || value === '') delete holder[field];
    else holder[field] = value;
    return;
  }
  const [low, likely, high] = endsOf(row);
  if (typeof value !== 'number') {
    // An emptied end closes the range on that side; an emptied figure that may be absent goes.
    if (field === 'likely') removeFigure(holder, key, row);
    else write(holder, key, row, field === 'low' ? [likely, likely, high] : [low, likely, likely]);
    return;
  }
  const middle = field === 'likely' ? value : (likely ?? value);
  const least = field === 'low' ? value : row.range === 'none' ? middle : (low ?? middle);
  const most = field === 'high' ? value : row.range === 'none' ? middle : (high ?? middle);
  const isRange = low !== null && high !== null && low < high;
  if (field === 'likely' && !isRange) write(holder, key, row, [middle, middle, middle]);
  else write(holder, key, row, [Math.min(least, middle), middle, Math.max(most, middle)]);
}

function write(holder: Holder, key: string, row: Assumption, ends: readonly (number | null)[]): void {
  const [low = null, likely = null, high = null] = ends;
  if (low === null || likely === null || high === null) return;
  const isRange = low < high;
  if (row.range === 'beside') {
    holder[key] = likely;
    if (isRange) holder[`${key}Range`] = [low, high];
    else delete holder[`${key}Range`];
  } else {
    holder[key] = isRange ? [low, likely, high] : likely;
  }
}

/** Figures that an entry can't be without become 0, or the least allowed. */
function removeFigure(holder: Holder, key: string, row: Assumption): void {
  const isOptional = OPTIONAL.has(key);
  if (isOptional) delete holder[key];
  else
    write(
      holder,
      key,
      row,
      Array.from({ length: 3 }, () => Math.max(0, row.min)),
    );
}

const OPTIONAL = new Set([
  'perMinuteWaited',
  'perRepeat',
  'resolutionShare',
  'valuePerContact',
  'perHeadMonth',
  'perHandlingHour',
  'indexationPerYear',
  'effectFactor',
  'contributionKept',
]);

/** The entry at a path of ids, names of fields and places; made on the way where it may be. */
function holderOf(root: Holder, steps: readonly string[]): Holder | null {
  let here: unknown = root;
  for (const step of steps) {
    if (Array.isArray(here)) {
      here = here.find((entry: { id?: string }, at) => entry.id === step || String(at) === step);
    } else {
      const holder = here as Holder;
      if (holder[step] === undefined) {
        const fresh = Object.hasOwn(FRESH, step) ? FRESH[step] : undefined;
        if (!fresh) return null;
        holder[step] = fresh();
      }
      here = holder[step];
    }
    if (typeof here !== 'object' || here === null) return null;
  }
  return here as Holder;
}
