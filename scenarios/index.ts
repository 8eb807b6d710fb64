import farwater from './library/farwater.json';
import twoLights from './library/two-lights.json';

export { libraryDisruptions } from './disruptions';

/** A plan that ships with the product, as a document still to be read: `readPlan(document)` checks it like any other. */
export interface LibraryPlan {
  readonly id: string;
  readonly name: string;
  readonly document: unknown;
}

/** The plans of the library; the worked plan, which a first start opens, comes first. */
export const libraryPlans: readonly LibraryPlan[] = [
  { id: farwater.id, name: farwater.name, document: farwater },
  { id: twoLights.id, name: twoLights.name, document: twoLights },
];
