import { type KeyboardEvent, useMemo } from 'react';
import { kindLabel } from '../format';
import { LandPaths } from './LandPaths';
import { type MapSite, mapDots, mapLabels, mapProjection } from './map-layout';
import './map.css';

interface Props {
  readonly sites: readonly MapSite[];
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly picked: string | null;
  readonly onPick: (id: string) => void;
  /** How a size reads, such as `412.5 FTE`. */
  readonly format: (size: number) => string;
  /** What a circle's area shows; productive FTE unless given. */
  readonly sizeWords?: string | undefined;
  /** Places that something reaches: the others fade. All are alike without it. */
  readonly reached?: ReadonlySet<string> | null | undefined;
}

const LETTERS = new Map([
  ['in-house', 'I'],
  ['outsourced', 'O'],
  ['nearshore', 'N'],
  ['offshore', 'F'],
  ['work-at-home', 'H'],
  ['mixed', 'S'],
]);

const kindWords = (kind: string) => (kind === 'mixed' ? 'Several kinds' : kindLabel(kind));

/**
 * Sites on the world: circle area by size, color and letter by kind. Click or Enter picks one.
 *
 * Use inside a `ChartFrame`, whose table twin holds the same figures.
 */
export function WorldMap({
  sites,
  width,
  height,
  title,
  picked,
  onPick,
  format,
  sizeWords = 'productive FTE',
  reached = null,
}: Props) {
  const projection = useMemo(() => mapProjection(sites, width, height), [sites, width, height]);
  const dots = useMemo(() => mapDots(sites, projection, width), [sites, projection, width]);
  const labels = useMemo(() => mapLabels(dots, width, height, picked), [dots, width, height, picked]);
  const kinds = [...LETTERS.keys()].filter((kind) => sites.some((site) => site.kind === kind));

  return (
    <div>
      {/* biome-ignore lint/a11y/useSemanticElements: an SVG has no fieldset */}
      <svg
        className="map"
        data-chart
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={title}
      >
        <rect className="map-sea" width={width} height={height} />
        <LandPaths projection={projection} />
        {dots.map((dot) => (
          <line key={dot.site.id} className="map-leader" x1={dot.trueX} y1={dot.trueY} x2={dot.x} y2={dot.y} />
        ))}
        {dots.map((dot) => {
          const { site } = dot;
          const isReached = reached?.has(site.id);
          const words = `${site.name}, ${kindWords(site.kind)}, ${format(site.size)}${isReached ? ', reached' : ''}`;
          const onKey = (event: KeyboardEvent) => {
            if (event.key !== 'Enter' && event.key !== ' ') return;
            event.preventDefault();
            onPick(site.id);
          };
          return (
            // biome-ignore lint/a11y/useSemanticElements: an SVG has no button
            <g
              key={site.id}
              role="button"
              tabIndex={0}
              aria-pressed={picked === site.id}
              aria-label={words}
              className="map-site"
              data-kind={site.kind}
              data-faded={isReached === false || undefined}
              onClick={() => onPick(site.id)}
              onKeyDown={onKey}
            >
              <title>{words}</title>
              <circle cx={dot.x} cy={dot.y} r={dot.radius} />
              {dot.radius >= 8 && (
                <text x={dot.x} y={dot.y + 4} textAnchor="middle">
                  {LETTERS.get(site.kind)}
                </text>
              )}
            </g>
          );
        })}
        {labels.map((label) => (
          <text key={label.id} className="map-label" x={label.x} y={label.y} textAnchor={label.anchor}>
            {label.text}
          </text>
        ))}
      </svg>
      <ul className="map-legend" aria-label="Kinds of site">
        {kinds.map((kind) => (
          <li key={kind}>
            <span className="map-key" data-kind={kind}>
              {LETTERS.get(kind)}
            </span>
            {kindWords(kind)}
          </li>
        ))}
        <li className="map-legend-note">Area of a circle: {sizeWords}</li>
      </ul>
    </div>
  );
}
