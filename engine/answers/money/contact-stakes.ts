import { likelyOf } from '../../experience';
import type { MoneyGround } from './money-ground';
import { stakeOf } from './stream-value';
import { valueFacts } from './value-facts';

/**
 * What a contact of each stream puts at stake, by the plan's likeliest figures: what it brings when it is answered, and
 * what its customer is worth if it is lost. Units: plan currency a contact; 0 where the plan says nothing.
 */
export function contactStakes(ground: Pick<MoneyGround, 'plan' | 'run'>): ReadonlyMap<string, number> {
  return new Map(valueFacts(ground).map((facts) => [facts.stream.id, stakeOf(facts, likelyOf)]));
}
