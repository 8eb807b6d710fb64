import { type Plan, readPlan } from '../../engine/plan';
import { tinyDocument } from './tiny-plan';

/** The tiny plan over a third of a year, with hazards of several scopes that overlap now and then. */
export function riskyDocument(): ReturnType<typeof JSON.parse> {
  const document = tinyDocument() as ReturnType<typeof JSON.parse>;
  document.calendar.weeks = 16;
  const [first] = document.sites;
  const hazard = (id: string, scope: object, annualRate: number, medianDays: number, lossShare: number) => ({
    id,
    name: `Hazard ${id}`,
    scope,
    annualRate,
    medianDays,
    ninetiethPercentileDays: 3 * medianDays,
    lossShare,
  });
  document.hazards = [
    hazard('platform', { of: 'platform', member: 'ccaas' }, 6, 0.4, 1),
    hazard('place', { of: 'metro', member: first.metro }, 3, 3, 0.8),
    { ...hazard('seats', { of: 'site', member: first.id }, 2, 5, 0.9), affects: 'seats' },
    hazard('world', { of: 'world' }, 1, 6, 0.3),
  ];
  return document;
}

export const riskyPlan = (): Plan => readPlan(riskyDocument());
