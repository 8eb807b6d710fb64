import type { Effect, Plan } from '../schema';
import { checkScope, DEMAND, FOOTPRINT, ON_DEMAND, ON_SUPPLY } from './check-scope';
import { type Add, checkHours, existingDate, reference } from './check-tools';
import type { Ids } from './collect-ids';

/** What each kind of effect may strike: the footprint, the demand, or either. */
const STRIKES: Record<Effect['kind'], 'supply' | 'demand' | 'either'> = {
  capacity: 'supply',
  'work-at-home': 'supply',
  absence: 'supply',
  demand: 'demand',
  'handle-time': 'either',
  closure: 'demand',
  route: 'supply',
  hours: 'either',
  price: 'supply',
  attrition: 'supply',
  'hiring-freeze': 'supply',
};

function checkEffect(plan: Plan, ids: Ids, path: string, effect: Effect, add: Add): void {
  checkScope(plan, ids, `${path}.scope`, effect.scope, add);
  const strikes = STRIKES[effect.kind];
  const place = `${path}.scope.of`;
  if (strikes === 'supply' && ON_DEMAND.has(effect.scope.of)) add('plan.scope', place, effect.scope.of, FOOTPRINT);
  if (strikes === 'demand' && ON_SUPPLY.has(effect.scope.of)) add('plan.scope', place, effect.scope.of, DEMAND);
  if (effect.kind === 'demand' && effect.reason !== undefined)
    reference(ids.reasons, `${path}.reason`, effect.reason, 'reason', add);
  if (effect.kind === 'hours') checkHours(`${path}.openingHours`, effect.openingHours, add);
  if (effect.kind === 'route' && effect.contacts) {
    checkScope(plan, ids, `${path}.contacts`, effect.contacts, add);
    if (ON_SUPPLY.has(effect.contacts.of)) add('plan.scope', `${path}.contacts.of`, effect.contacts.of, DEMAND);
  }
}

export function checkRisks(plan: Plan, ids: Ids, add: Add): void {
  plan.disruptions.forEach((disruption, at) => {
    existingDate(`disruptions[${at}].startDate`, disruption.startDate, add);
    disruption.effects.forEach((effect, index) => {
      checkEffect(plan, ids, `disruptions[${at}].effects[${index}]`, effect, add);
    });
  });
  plan.hazards.forEach((hazard, at) => {
    checkScope(plan, ids, `hazards[${at}].scope`, hazard.scope, add);
  });
  plan.scenarios.forEach((scenario, at) => {
    scenario.disruptions.forEach((id, index) => {
      reference(ids.disruptions, `scenarios[${at}].disruptions[${index}]`, id, 'disruption', add);
    });
    scenario.moves.forEach((move, index) => {
      const path = `scenarios[${at}].moves[${index}]`;
      move.streams?.forEach((id, each) => {
        reference(ids.streams, `${path}.streams[${each}]`, id, 'stream', add);
      });
      checkScope(plan, ids, `${path}.from`, move.from, add);
      checkScope(plan, ids, `${path}.to`, move.to, add);
    });
  });
  plan.policies.limits.forEach((limit, at) => {
    if (limit.maxShare === undefined && limit.minShare === undefined) {
      add('plan.limit', `policies.limits[${at}]`, 'neither maxShare nor minShare', 'at least one of the two');
    }
  });
}
