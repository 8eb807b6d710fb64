import type { GeoPermissibleObjects } from 'd3';
import { useEffect, useState } from 'react';
import type { GeometryCollection, Topology } from 'topojson-specification';

export interface Land {
  readonly countries: GeoPermissibleObjects;
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
    countries: feature(topology, topology.objects.countries),
    borders: mesh(topology, topology.objects.countries, (a, b) => a !== b),
  };
}

/** The world's land and borders, loaded when a map is first shown; null until then. */
export function useLand(): Land | null {
  const [land, setLand] = useState<Land | null>(null);
  useEffect(() => {
    let isOver = false;
    loading ??= load();
    loading
      .then((loaded) => {
        if (!isOver) setLand(loaded);
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
