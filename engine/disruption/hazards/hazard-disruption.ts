import { addDays } from '../../calendar';
import type { Disruption, Effect, Hazard, Plan, Scope } from '../../plan';
import type { HazardEvent } from './sample-hazards';

/**
 * What a hazard does once it strikes: its loss in full from its hour on, for as long as it lasts, then nothing more.
 *
 * People are lost wherever they work unless the hazard takes seats alone; their people then go on from home as in an
 * emergency, as far as the site's figures allow.
 */
export function hazardEffects(plan: Plan, hazard: Hazard, event: HazardEvent): Effect[] {
  const scope: Scope = event.site === null ? hazard.scope : { of: 'site', member: plan.sites[event.site]!.id };
  const curve = {
    delayDays: event.start - Math.floor(event.start),
    rampDays: 0,
    holdDays: event.days,
    recoveryDays: 0,
    recoveryShape: 'linear' as const,
  };
  const affects = hazard.affects ?? 'people';
  const loss: Effect = { kind: 'capacity', affects, lossShare: hazard.lossShare, scope, curve };
  return affects === 'seats' ? [loss, { kind: 'work-at-home', conversion: 'emergency', scope, curve }] : [loss];
}

/** The day on which an event begins. */
export function eventDate(plan: Plan, event: HazardEvent): string {
  return addDays(plan.calendar.startDate, Math.floor(event.start));
}

/** An event as a disruption of the plan, to be looked at by itself. */
export function hazardDisruption(plan: Plan, event: HazardEvent, id: string): Disruption {
  const hazard = plan.hazards[event.hazard]!;
  return {
    id,
    name: hazard.name,
    description: '',
    startDate: eventDate(plan, event),
    effects: hazardEffects(plan, hazard, event),
    ...(hazard.source === undefined ? {} : { source: hazard.source }),
    ...(hazard.grade === undefined ? {} : { grade: hazard.grade }),
  };
}
