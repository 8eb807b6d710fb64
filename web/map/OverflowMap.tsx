import { useMemo } from 'react';
import { LandPaths } from './LandPaths';
import { type MapDot, type MapSite, mapDots, mapLabels, mapProjection } from './map-layout';
import './map.css';

/** Work that goes from one site to another, in the unit that the title names. */
export interface MapArc {
  readonly from: string;
  readonly to: string;
  readonly size: number;
}

interface Props {
  /** Sizes as planned: the outline of each circle. */
  readonly sites: readonly MapSite[];
  /** Sizes now, by site: what of the circle is filled. */
  readonly now: ReadonlyMap<string, number>;
  readonly arcs: readonly MapArc[];
  readonly width: number;
  readonly height: number;
  readonly title: string;
}

/** Arcs drawn; smaller ones would only make the picture grey. */
const MOST_ARCS = 24;
const WIDEST = 9;

/**
 * Sites as planned (outline) and as they are (filled), and arcs from those who answer less to those who answer instead.
 *
 * A picture alone: use inside a `ChartFrame`, whose table twin holds the same figures.
 */
export function OverflowMap({ sites, now, arcs, width, height, title }: Props) {
  const projection = useMemo(() => mapProjection(sites, width, height), [sites, width, height]);
  const dots = useMemo(() => mapDots(sites, projection, width), [sites, projection, width]);
  const labels = useMemo(() => mapLabels(dots, width, height, null), [dots, width, height]);
  const dotOf = useMemo(() => new Map(dots.map((dot) => [dot.site.id, dot])), [dots]);
  const drawn = arcs.filter(({ from, to }) => from !== to).slice(0, MOST_ARCS);
  const widest = Math.max(1, ...drawn.map(({ size }) => size));
  return (
    <svg className="map" data-chart width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img">
      <title>{title}</title>
      <defs>
        <marker
          id="overflow-head"
          viewBox="0 0 8 8"
          refX="6"
          refY="4"
          markerWidth="11"
          markerHeight="11"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path className="map-arc-head" d="M0 0 8 4 0 8z" />
        </marker>
      </defs>
      <rect className="map-sea" width={width} height={height} />
      <LandPaths projection={projection} />
      {drawn.map(({ from, to, size }) => {
        const [a, b] = [dotOf.get(from), dotOf.get(to)];
        if (!a || !b) return null;
        return (
          <path
            key={`${from} ${to}`}
            className="map-arc"
            d={arcPath(a, b)}
            strokeWidth={Math.max(1, (size / widest) * WIDEST)}
            markerEnd="url(#overflow-head)"
          />
        );
      })}
      {dots.map(({ site, x, y, radius }) => {
        const left = site.size > 0 ? Math.max(0, (now.get(site.id) ?? 0) / site.size) : 0;
        return (
          <g key={site.id} className="map-site" data-kind={site.kind} data-still="true">
            <circle cx={x} cy={y} r={radius} className="map-outline" />
            <circle cx={x} cy={y} r={radius * Math.sqrt(Math.min(1.6, left))} />
          </g>
        );
      })}
      {labels.map((label) => (
        <text key={label.id} className="map-label" x={label.x} y={label.y} textAnchor={label.anchor}>
          {label.text}
        </text>
      ))}
    </svg>
  );
}

/** A curve that bows to the left of its way, ending at the edge of the target's circle. */
function arcPath(a: MapDot, b: MapDot): string {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const bow = Math.min(70, length * 0.22);
  const [cx, cy] = [(a.x + b.x) / 2 + (dy / length) * bow, (a.y + b.y) / 2 - (dx / length) * bow];
  const [ex, ey] = [b.x - cx, b.y - cy];
  const rest = Math.hypot(ex, ey) || 1;
  const gap = b.radius + 3;
  return `M${a.x.toFixed(1)} ${a.y.toFixed(1)}Q${cx.toFixed(1)} ${cy.toFixed(1)} ${(b.x - (ex / rest) * gap).toFixed(1)} ${(b.y - (ey / rest) * gap).toFixed(1)}`;
}
