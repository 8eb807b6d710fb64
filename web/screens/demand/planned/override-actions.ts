import { freeId } from '../../../../engine/disruption';
import type { DemandOverride, DemandScope, Plan } from '../../../../engine/plan';
import { formatCount, formatDay, signed } from '../../../format';
import { type Editable, editPlan } from '../../../state';

export interface NewOverride {
  readonly scope: DemandScope;
  readonly from: string;
  readonly until: string;
  readonly change: DemandOverride['change'];
  readonly author: string;
  readonly reason: string;
  /** Contacts in the range as they are without it; null for a handle time. */
  readonly contactsThen: number | null;
}

/** What an override does, in a few words. */
export function changeWords({ change }: Pick<DemandOverride, 'change'>): string {
  if (change.kind !== 'set') {
    const percent = `${signed(change.percent, (value) => String(Number(value.toFixed(2))))} %`;
    return change.kind === 'percent' ? percent : `${percent} handle time`;
  }
  return `${formatCount(change.contacts)} a ${change.each}`;
}

export function rangeWords({ from, until }: Pick<DemandOverride, 'from' | 'until'>): string {
  return from === until ? formatDay(from) : `${formatDay(from)}–${formatDay(until)}`;
}

/**
 * Sets an override over the same scope and days again, or adds one; either way it has the last word.
 *
 * Steps of one gesture become one; what was known of an earlier one (who, why, contacts then) stays.
 */
export function setOverride(plan: Plan, wanted: NewOverride, gesture?: string): void {
  const name = `Override: ${changeWords(wanted)}, ${rangeWords(wanted)}`;
  editPlan(
    name,
    (draft) => {
      const list = draft.overrides ?? [];
      const at = list.findIndex((one) => isSame(one as DemandOverride, wanted));
      const [known] = at >= 0 ? list.splice(at, 1) : [];
      const contactsThen = known?.contactsThen ?? wanted.contactsThen;
      list.push({
        id: known?.id ?? freeId(`override ${wanted.from}`, 'override', plan.overrides ?? []),
        on: true,
        scope: { ...wanted.scope } as Editable<DemandScope>,
        from: wanted.from,
        until: wanted.until,
        change: { ...wanted.change },
        author: wanted.author || known?.author || 'Planner',
        reason: known && gesture !== undefined ? known.reason : wanted.reason,
        ...(contactsThen === null ? {} : { contactsThen }),
      });
      draft.overrides = list;
    },
    gesture,
  );
}

function isSame(one: DemandOverride, wanted: NewOverride): boolean {
  return (
    one.from === wanted.from &&
    one.until === wanted.until &&
    isOfTime(one) === isOfTime(wanted) &&
    JSON.stringify(one.scope) === JSON.stringify(wanted.scope)
  );
}

/** Whether an override speaks of handle time, and leaves contacts as they are. */
export function isOfTime({ change }: Pick<DemandOverride, 'change'>): boolean {
  return change.kind === 'handle-time';
}

export function resetOverride(override: DemandOverride): void {
  editPlan(`Reset ${rangeWords(override)}: ${override.reason}`, (draft) => {
    draft.overrides = (draft.overrides ?? []).filter(({ id }) => id !== override.id);
  });
}

/** Switches an event, a measure or an override on or off. */
export function switchStep(
  list: 'events' | 'measures' | 'overrides',
  step: { readonly id: string; readonly name: string },
  on: boolean,
): void {
  editPlan(`${on ? 'Switch on' : 'Switch off'} ${step.name}`, (draft) => {
    const target = draft[list]?.find(({ id }) => id === step.id);
    if (target) target.on = on;
  });
}

/** Who wrote the last override; the field starts with it. */
export function lastAuthor(plan: Plan): string {
  return plan.overrides?.at(-1)?.author ?? '';
}
