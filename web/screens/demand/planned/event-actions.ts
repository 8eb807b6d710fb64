import { freeId } from '../../../../engine/disruption';
import type { DemandEvent, DemandScope, EventCourse, Plan } from '../../../../engine/plan';
import { addDays, daysBetween } from '../../../format';
import { type Editable, editPlan } from '../../../state';
import type { TimeSpan } from '../../../timeline';

export const EVENT_KINDS: Readonly<Record<DemandEvent['kind'], string>> = {
  event: 'Event',
  campaign: 'Campaign',
  release: 'Release',
  launch: 'Launch',
};

/** A plan's last day. */
export function lastDay({ startDate, weeks }: Plan['calendar']): string {
  return addDays(startDate, weeks * 7 - 1);
}

/** Days of rise and full strength; null where an event lasts for good. */
function lengthOf(course: EventCourse): number | null {
  if (course.days === undefined) return null;
  return course.days + (course.kind === 'ramp' ? course.rampDays : 0);
}

/** First day of an event, and the last on which it is at full strength or still rising. */
export function eventSpan({ startDate, course }: DemandEvent, calendar: Plan['calendar']): TimeSpan {
  const last = lastDay(calendar);
  const length = lengthOf(course);
  return {
    start: startDate,
    end: length === null ? (last > startDate ? last : startDate) : addDays(startDate, length - 1),
  };
}

/** Gives an event another first and last day; one that lasted for good gets an end only when its end was moved. */
export function setEventSpan(plan: Plan, id: string, span: TimeSpan, name: string, gesture?: string): void {
  editPlan(
    name,
    (draft) => {
      const event = draft.events?.find((one) => one.id === id);
      if (!event) return;
      const before = eventSpan(event as DemandEvent, plan.calendar);
      const { course } = event;
      event.startDate = span.start;
      const isMoved = daysBetween(before.start, span.start) === daysBetween(before.end, span.end);
      if (isMoved || (course.days === undefined && span.end >= before.end)) return;
      const length = daysBetween(span.start, span.end) + 1;
      if (course.kind === 'ramp') {
        course.rampDays = Math.max(1, Math.min(course.rampDays, length - 1));
        course.days = Math.max(1, length - course.rampDays);
      } else course.days = Math.max(1, Math.min(1500, length));
    },
    gesture,
  );
}

type Template = Pick<DemandEvent, 'kind' | 'name' | 'course'> &
  Partial<Pick<DemandEvent, 'volume' | 'handleTimeFactor'>>;

/** What a new event of a kind starts as, until it is told otherwise. */
const TEMPLATES: Readonly<Record<DemandEvent['kind'], Template>> = {
  campaign: {
    kind: 'campaign',
    name: 'New campaign',
    course: { kind: 'pulse', days: 14, halfLifeDays: 4 },
    volume: { kind: 'multiply', factor: 1.1 },
  },
  release: {
    kind: 'release',
    name: 'New release',
    course: { kind: 'pulse', days: 5, halfLifeDays: 5 },
    volume: { kind: 'multiply', factor: 1.1 },
    handleTimeFactor: 1.05,
  },
  launch: {
    kind: 'launch',
    name: 'New launch',
    course: { kind: 'ramp', rampDays: 14, halfLifeDays: 0 },
    volume: { kind: 'add', contactsPerDay: 100 },
    handleTimeFactor: 1.1,
  },
  event: {
    kind: 'event',
    name: 'New event',
    course: { kind: 'step', days: 7 },
    volume: { kind: 'multiply', factor: 1.1 },
  },
};

/** Adds an event that starts in the middle of what is shown; returns its id. */
export function addEvent(plan: Plan, kind: DemandEvent['kind'], scope: DemandScope, startDate: string): string {
  const template = TEMPLATES[kind];
  const events = plan.events ?? [];
  const names = new Set(events.map(({ name }) => name));
  let name = template.name;
  for (let count = 2; names.has(name); count++) name = `${template.name} ${count}`;
  const id = freeId(name, 'event', events);
  editPlan(`Add ${name}`, (draft) => {
    draft.events = [
      ...(draft.events ?? []),
      {
        ...structuredClone(template),
        id,
        name,
        on: true,
        scope: structuredClone(scope) as Editable<DemandScope>,
        startDate,
      },
    ];
  });
  return id;
}

export function removeEvent(plan: Plan, event: DemandEvent): void {
  const followers = (plan.measures ?? []).filter((one) => one.kind === 'proactive' && one.event === event.id);
  const more = followers.length > 0 ? `, which ${followers.map(({ name }) => name).join(', ')} followed` : '';
  editPlan(`Remove ${event.name}${more}`, (draft) => {
    draft.events = (draft.events ?? []).filter(({ id }) => id !== event.id);
    for (const measure of draft.measures ?? []) {
      if (measure.kind === 'proactive' && measure.event === event.id) delete measure.event;
    }
  });
}

/** Changes one thing of an event, in one named step. */
export function changeEvent(event: DemandEvent, what: string, recipe: (draft: Editable<DemandEvent>) => void): void {
  editPlan(`${what} of ${event.name}`, (draft) => {
    const target = draft.events?.find(({ id }) => id === event.id);
    if (target) recipe(target);
  });
}
