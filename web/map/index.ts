export type { MapSite } from './map-layout';
export { type MapArc, OverflowMap } from './OverflowMap';
export { WorldMap } from './WorldMap';
