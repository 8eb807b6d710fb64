import { describe, expect, it } from 'vitest';
import type { Plan } from '../../engine/plan';
import { libraryPlans } from '../../scenarios';
import { type MapSite, mapDots, mapLabels, mapProjection } from '../../web/map/map-layout';

const plan = libraryPlans[0]?.document as Plan;
const sites: MapSite[] = plan.sites.map((site, at) => ({ ...site, size: 20 + at * 9 }));

describe('the map', () => {
  for (const [width, height] of [
    [800, 416],
    [336, 230],
  ] as const) {
    it(`keeps every site in the picture and none on top of another at ${width} × ${height}`, () => {
      const dots = mapDots(sites, mapProjection(sites, width, height), width);
      expect(dots).toHaveLength(sites.length);
      for (const dot of dots) {
        expect(dot.x - dot.radius).toBeGreaterThanOrEqual(0);
        expect(dot.x + dot.radius).toBeLessThanOrEqual(width);
        expect(dot.y - dot.radius).toBeGreaterThanOrEqual(0);
        expect(dot.y + dot.radius).toBeLessThanOrEqual(height);
      }
      dots.forEach((a, at) => {
        for (const b of dots.slice(at + 1)) {
          expect(Math.hypot(a.x - b.x, a.y - b.y), `${a.site.id} and ${b.site.id}`).toBeGreaterThan(
            (a.radius + b.radius) * 0.85,
          );
        }
      });
      const labels = mapLabels(dots, width, height, sites[0]?.id ?? null);
      expect(labels.length).toBeGreaterThan(3);
      expect(labels[0]?.id).toBe(sites[0]?.id);
    });
  }

  it('draws area by size', () => {
    const [a, b] = [1, 4].map((size) => ({ ...sites[0], id: String(size), size }) as MapSite) as [MapSite, MapSite];
    const far = { ...b, latitude: -30, longitude: -100 };
    const dots = mapDots(
      [
        { ...a, size: 100 },
        { ...far, size: 400 },
      ],
      mapProjection([a, far], 800, 400),
      800,
    );
    const radius = (id: string) => dots.find((dot) => dot.site.id === id)?.radius ?? 0;
    expect(radius('4') / radius('1')).toBeCloseTo(2, 6);
  });

  it('gives the same picture every time', () => {
    const draw = () => mapDots(sites, mapProjection(sites, 800, 416), 800).map(({ x, y }) => [x, y]);
    expect(draw()).toEqual(draw());
  });

  it('shows one site, or none, without falling over', () => {
    const one = mapDots(sites.slice(0, 1), mapProjection(sites.slice(0, 1), 400, 300), 400);
    expect(one).toHaveLength(1);
    expect(Number.isFinite(one[0]?.x)).toBe(true);
    expect(mapDots([], mapProjection([], 400, 300), 400)).toEqual([]);
  });
});
