import { memo, useCallback, useMemo } from 'react';
import type { DimensionShare } from '../../../engine/answers';
import { ChartFrame, type ChartTable } from '../../charts';
import { dimensionLabel, formatNumber, formatShare, memberLabel } from '../../format';
import css from './concentration.module.css';
import { type Measure, measureWords, rankedBy, shareBy } from './measures';

interface Props {
  readonly dimensions: readonly DimensionShare[];
  readonly measure: Measure;
  readonly stale: boolean;
}

/** From what one signs to where it stands: each level looks through the one above it. */
const LEVELS: readonly DimensionShare['dimension'][] = ['provider', 'parent', 'country', 'metro', 'zone', 'carrier'];
const ROW = 50;
const LETTER = 7;

/** The same work cut by provider, owner, country, metro, hazard zone and carrier, one bar below the other. */
export const ThroughChart = memo(function ThroughChart({ dimensions, measure, stale }: Props) {
  const levels = useMemo(
    () =>
      LEVELS.flatMap((level) => {
        const found = dimensions.find(({ dimension }) => dimension === level);
        return found && found.members.length > 0 ? [{ ...found, ranked: rankedBy(found, measure) }] : [];
      }),
    [dimensions, measure],
  );
  const table = useCallback(
    (): ChartTable => ({
      columns: [
        { label: 'Level' },
        { label: 'Member' },
        { label: 'Share', unit: `of ${measureWords(measure)}`, format: formatShare },
        { label: 'Level counts as', unit: 'equal ones', format: (value) => formatNumber(value, 1) },
      ],
      rows: levels.flatMap(({ dimension, ranked, spread }) =>
        ranked.map((member) => [
          dimensionLabel(dimension),
          memberLabel(dimension, member.member, member.label),
          shareBy(member, measure),
          spread[measure]?.effectiveNumber ?? null,
        ]),
      ),
    }),
    [levels, measure],
  );
  return (
    <ChartFrame
      title="Looked through, level by level"
      description={`The same ${measureWords(measure)} by provider, then by what providers have in common. A wide first part far down is a bet that counting providers hides.`}
      table={table}
      height={levels.length * ROW}
      order={2}
      stale={stale}
    >
      {({ width }) => (
        <svg
          data-chart
          className={css.through}
          width={width}
          height={levels.length * ROW}
          viewBox={`0 0 ${width} ${levels.length * ROW}`}
          role="img"
          aria-label={`Looked through, level by level: ${levels.map((level) => `${dimensionLabel(level.dimension)} counts as ${formatNumber(level.spread[measure]?.effectiveNumber ?? null, 1)}`).join(', ')}`}
        >
          {levels.map((level, at) => (
            <Level key={level.dimension} level={level} measure={measure} y={at * ROW} width={width} />
          ))}
        </svg>
      )}
    </ChartFrame>
  );
});

interface LevelProps {
  readonly level: DimensionShare & { readonly ranked: readonly DimensionShare['members'][number][] };
  readonly measure: Measure;
  readonly y: number;
  readonly width: number;
}

function Level({ level, measure, y, width }: LevelProps) {
  const number = level.spread[measure]?.effectiveNumber ?? null;
  const room = Math.max(40, width - 2);
  let end = 0;
  const parts = level.ranked.map((member) => {
    const from = end;
    end += shareBy(member, measure);
    return { member, from };
  });
  return (
    <g>
      <text className="chart-bar-label" x={1} y={y + 13}>
        {dimensionLabel(level.dimension)}
      </text>
      <text className="chart-tick" x={width - 1} y={y + 13} textAnchor="end">
        {number === null ? 'shares overlap' : `counts as ${formatNumber(number, 1)} of ${level.ranked.length}`}
      </text>
      {parts.map(({ member, from }, at) => {
        const share = shareBy(member, measure);
        const name = memberLabel(level.dimension, member.member, member.label);
        const [x, wide] = [1 + Math.min(1, from) * room, Math.max(0, share * room - 2)];
        const words = `${name} ${formatShare(share)}`;
        const letters = Math.floor((wide - 8) / LETTER);
        const said = [words, name, letters >= 6 ? `${name.slice(0, letters - 1)}…` : ''].find(
          (text) => text.length <= Math.max(0, letters),
        );
        return (
          <g key={member.member}>
            <title>{`${words}: ${member.detail}`}</title>
            <rect
              className={css.part}
              data-first={at === 0 || undefined}
              x={x}
              y={y + 19}
              width={wide}
              height={24}
              rx={2}
            />
            <text className={css.partName} x={x + 5} y={y + 35}>
              {said}
            </text>
          </g>
        );
      })}
    </g>
  );
}
