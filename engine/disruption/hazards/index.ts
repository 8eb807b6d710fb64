export { eventDate, hazardDisruption, hazardEffects } from './hazard-disruption';
export { HazardFactors } from './hazard-factors';
export { type HazardEvent, type HazardLuck, sampleHazards, sampleHazardsApart, sitesStruck } from './sample-hazards';
