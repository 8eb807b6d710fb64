import { forceCollide, forceSimulation, forceX, forceY, type GeoProjection, geoNaturalEarth1, scaleSqrt } from 'd3';

/** A place on the map, before any pixel. */
export interface MapSite {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly latitude: number;
  readonly longitude: number;
  /** What the circle's area shows. */
  readonly size: number;
}

export interface MapDot {
  readonly site: MapSite;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Where the place really is, when its circle had to step aside for a neighbour's. */
  readonly trueX: number;
  readonly trueY: number;
}

export interface MapLabel {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end' | 'middle';
}

/** The part of the world that holds the sites, with room around it, filling the size given. */
export function mapProjection(sites: readonly MapSite[], width: number, height: number): GeoProjection {
  const projection = geoNaturalEarth1();
  const room = Math.min(width, height) * 0.12 + 12;
  const points = sites.map((site): [number, number] => [site.longitude, site.latitude]);
  const spread =
    points.length > 1 && points.some(([x, y]) => Math.abs(x - points[0]![0]) + Math.abs(y - points[0]![1]) > 8);
  if (!spread) {
    const [x = 0, y = 0] = points[0] ?? [0, 20];
    const box: [number, number][] = [
      [x - 20, Math.max(-80, y - 12)],
      [x + 20, Math.min(80, y + 12)],
    ];
    return fitTo(projection, box, width, height, room);
  }
  return fitTo(projection, points, width, height, room);
}

function fitTo(
  projection: GeoProjection,
  coordinates: [number, number][],
  width: number,
  height: number,
  room: number,
): GeoProjection {
  return projection.fitExtent(
    [
      [room, room],
      [width - room, height - room],
    ],
    { type: 'MultiPoint', coordinates },
  );
}

/** Circles with area by size; those that would cover each other step aside. The same input gives the same picture. */
export function mapDots(sites: readonly MapSite[], projection: GeoProjection, width: number): MapDot[] {
  const largest = Math.max(1e-9, ...sites.map((site) => site.size));
  const radiusOf = scaleSqrt([0, largest], [0, Math.min(26, Math.max(11, width / 34))]);
  const nodes = sites.map((site) => {
    const [trueX, trueY] = projection([site.longitude, site.latitude]) ?? [0, 0];
    return { site, trueX, trueY, x: trueX, y: trueY, radius: Math.max(3, radiusOf(Math.max(0, site.size))) };
  });
  forceSimulation(nodes)
    .force('x', forceX<(typeof nodes)[number]>((node) => node.trueX).strength(0.3))
    .force('y', forceY<(typeof nodes)[number]>((node) => node.trueY).strength(0.3))
    .force('apart', forceCollide<(typeof nodes)[number]>((node) => node.radius + 1).iterations(3))
    .stop()
    .tick(80);
  return nodes
    .map(({ site, trueX, trueY, x, y, radius }) => ({ site, trueX, trueY, x, y, radius }))
    .sort((a, b) => b.radius - a.radius);
}

const LETTER = 6.1;

/** Names beside the largest circles, as many as find room without touching a circle or another name. */
export function mapLabels(dots: readonly MapDot[], width: number, height: number, picked: string | null): MapLabel[] {
  const taken = dots.map((dot) => ({
    left: dot.x - dot.radius,
    right: dot.x + dot.radius,
    top: dot.y - dot.radius,
    bottom: dot.y + dot.radius,
  }));
  const labels: MapLabel[] = [];
  const first = dots.filter((dot) => dot.site.id === picked);
  for (const dot of [...first, ...dots.filter((each) => each.site.id !== picked)]) {
    const length = dot.site.name.length * LETTER + 4;
    const places: readonly Omit<MapLabel, 'id' | 'text'>[] = [
      { x: dot.x + dot.radius + 3, y: dot.y + 4, anchor: 'start' },
      { x: dot.x - dot.radius - 3, y: dot.y + 4, anchor: 'end' },
      { x: dot.x, y: dot.y - dot.radius - 4, anchor: 'middle' },
      { x: dot.x, y: dot.y + dot.radius + 12, anchor: 'middle' },
    ];
    const boxOf = ({ x, y, anchor }: (typeof places)[number]) => {
      const left = x - { start: 0, end: length, middle: length / 2 }[anchor];
      return { left, right: left + length, top: y - 10, bottom: y + 3 };
    };
    const inside = places.filter((place) => {
      const { left, right, top, bottom } = boxOf(place);
      return left >= 2 && right <= width - 2 && top >= 2 && bottom <= height - 2;
    });
    const covered = (place: (typeof places)[number]) => {
      const box = boxOf(place);
      return taken.filter(
        (other) =>
          other.left <= box.right && other.right >= box.left && other.top <= box.bottom && other.bottom >= box.top,
      ).length;
    };
    const [best] = inside.map((place) => ({ place, count: covered(place) })).sort((a, b) => a.count - b.count);
    // The picked one has its name even if it must cover something.
    const place = best && (best.count === 0 || dot.site.id === picked) ? best.place : undefined;
    if (!place) continue;
    taken.push(boxOf(place));
    labels.push({ id: dot.site.id, text: dot.site.name, ...place });
  }
  return labels;
}
