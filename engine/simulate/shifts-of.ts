import { disturbedArrivals, type Modifiers, type ShiftTally } from '../disruption';
import type { Network } from './network';

/** Contacts that modifiers move from stream to stream: asked, moved, refused, returned. */
export function shiftsOf(network: Network, modifiers: Modifiers): readonly ShiftTally[] {
  return modifiers.shifts.length === 0 ? [] : disturbedArrivals(network.arrivals, network.grid, modifiers).shifts;
}
