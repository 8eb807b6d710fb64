import { type GeoPermissibleObjects, type GeoProjection, geoPath } from 'd3';
import { memo, useMemo } from 'react';
import { useLand } from './use-land';

/** Land and borders, once they are loaded; each is drawn in a step of its own. */
export const LandPaths = memo(function LandPaths({ projection }: { readonly projection: GeoProjection }) {
  const land = useLand();
  if (!land) return null;
  return (
    <>
      {land.parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of the world stay where they are
        <Shape key={at} className="map-land" shape={part} projection={projection} />
      ))}
      <Shape className="map-borders" shape={land.borders} projection={projection} />
    </>
  );
});

interface ShapeProps {
  readonly className: string;
  readonly shape: GeoPermissibleObjects;
  readonly projection: GeoProjection;
}

const Shape = memo(function Shape({ className, shape, projection }: ShapeProps) {
  const path = useMemo(() => geoPath(projection).digits(1)(shape) ?? '', [shape, projection]);
  return <path className={className} d={path} />;
});
