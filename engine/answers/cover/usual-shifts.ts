import type { Plan, ShiftTemplate } from '../../plan';

const OPINION = { source: 'Assumed where a plan names no shifts', grade: 'opinion' } as const;

const STARTS = { earliestStartMinute: 0, latestStartMinute: 1410, startEveryMinutes: 30 } as const;
const atMost = (share: number) => share as NonNullable<ShiftTemplate['maxShare']>;

/** Shifts that are assumed where a plan names none: full days with an unpaid meal, and shorter ones for some of the people. */
const USUAL_SHIFTS: readonly ShiftTemplate[] = [
  {
    id: 'full-day',
    name: 'Eight hours with a meal of half an hour',
    lengthMinutes: 480,
    ...STARTS,
    breaks: [{ afterMinutes: 240, minutes: 30, paid: false }],
    daysPerWeek: 5,
    ...OPINION,
  },
  {
    id: 'six-hours',
    name: 'Six hours with a meal of half an hour',
    lengthMinutes: 360,
    ...STARTS,
    breaks: [{ afterMinutes: 180, minutes: 30, paid: false }],
    daysPerWeek: 5,
    maxShare: atMost(0.3),
    ...OPINION,
  },
  {
    id: 'four-hours',
    name: 'Four hours',
    lengthMinutes: 240,
    ...STARTS,
    breaks: [],
    daysPerWeek: 5,
    maxShare: atMost(0.15),
    ...OPINION,
  },
];

/** The shifts that a site's people may work. */
export function shiftsOf(plan: Plan, site: string): readonly ShiftTemplate[] {
  return (plan.shiftTemplates ?? USUAL_SHIFTS).filter((shift) => !shift.sites || shift.sites.includes(site));
}
