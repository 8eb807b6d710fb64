import type { ExtendedFeature, GeoPermissibleObjects } from 'd3';
import { startTransition, useEffect, useState } from 'react';
import type { GeometryCollection, Topology } from 'topojson-specification';

export interface Land {
  /** The countries in a few handfuls, so that drawing them can pause in between. */
  readonly parts: readonly GeoPermissibleObjects[];
  readonly borders: GeoPermissibleObjects;
}

let loading: Promise<Land> | null = null;

async function load(): Promise<Land> {
  const [{ feature, mesh }, { default: atlas }] = await Promise.all([
    import('topojson-client'),
    import('world-atlas/countries-110m.json'),
  ]);
  const topology = atlas as unknown as Topology<{ countries: GeometryCollection }>;
  return {
    parts: handfuls(feature(topology, topology.objects.countries).features, 12),
    borders: mesh(topology, topology.objects.countries, (a, b) => a !== b),
  };
}

function handfuls(features: readonly ExtendedFeature[], count: number): GeoPermissibleObjects[] {
  const size = Math.ceil(features.length / count);
  return Array.from({ length: count }, (_, at) => ({
    type: 'FeatureCollection' as const,
    features: features.slice(at * size, (at + 1) * size),
  }));
}

/** The world's land and borders, loaded when a map is first shown; null until then. */
export function useLand(): Land | null {
  const [land, setLand] = useState<Land | null>(null);
  useEffect(() => {
    let isOver = false;
    loading ??= load();
    loading
      .then((loaded) => {
        if (!isOver) startTransition(() => setLand(loaded));
      })
      .catch(() => {
        // The circles stand without the land; the next map tries again.
        loading = null;
      });
    return () => {
      isOver = true;
    };
  }, []);
  return land;
}
