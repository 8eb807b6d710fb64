export type { MapSite } from './map-layout';
export { WorldMap } from './WorldMap';
