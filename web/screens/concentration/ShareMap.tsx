import { memo, useCallback, useMemo } from 'react';
import type { DimensionShare } from '../../../engine/answers';
import type { Site } from '../../../engine/plan';
import { ChartFrame, type ChartTable, Segments } from '../../charts';
import { formatShare, kindLabel, memberLabel } from '../../format';
import { type MapSite, WorldMap } from '../../map';
import css from './concentration.module.css';
import type { ViewPart } from './concentration-view';
import { type Measure, measureWords, shareBy } from './measures';
import { NodeReach } from './NodeReach';
import { nodeKey, readNode } from './picked-node';

interface Props extends ViewPart<'map' | 'node'> {
  readonly dimensions: readonly DimensionShare[];
  readonly sites: readonly Site[];
  readonly measure: Measure;
  readonly stale: boolean;
}

const LEVELS = [
  { value: 'site', label: 'Sites' },
  { value: 'metro', label: 'Metros' },
  { value: 'country', label: 'Countries' },
] as const;

/** Shares of the work on the map, by site, metro or country, and which of them a picked node reaches. */
export const ShareMap = memo(function ShareMap({ dimensions, sites, measure, stale, view, setView }: Props) {
  const level = view.map;
  const shares = dimensions.find(({ dimension }) => dimension === level);
  const places = useMemo(() => (shares ? placesOf(shares, sites, measure) : []), [shares, sites, measure]);
  const picked = readNode(dimensions, view.node);
  const reached = useMemo(() => {
    if (!picked) return null;
    const ids = new Set(picked.member.sites);
    return new Set(shares?.members.filter((each) => each.sites.some((id) => ids.has(id))).map(({ member }) => member));
  }, [picked, shares]);
  const table = useCallback((): ChartTable => tableOf(places, measure), [places, measure]);
  const format = useCallback((size: number) => `${formatShare(size)} of ${measureWords(measure)}`, [measure]);
  const pick = useCallback(
    (member: string) => {
      const key = nodeKey(level, member);
      setView({ node: key === view.node ? '' : key });
    },
    [setView, level, view.node],
  );
  return (
    <ChartFrame
      title="Where it is done, and what one failure reaches"
      description="Pick a circle, or a row of the outages below: what it reaches stays, the rest fades."
      table={table}
      height={420}
      order={2}
      stale={stale}
      actions={<Segments label="Circles" choices={LEVELS} value={level} onChange={(map) => setView({ map })} />}
    >
      {({ width }) => (
        <div className={css.map}>
          <WorldMap
            sites={places}
            width={width}
            height={Math.round(Math.min(420, Math.max(230, width * 0.45)))}
            title="Shares of the work on the world map"
            picked={picked?.dimension === level ? picked.member.member : null}
            onPick={pick}
            format={format}
            sizeWords={measureWords(measure)}
            reached={reached}
          />
          <NodeReach dimensions={dimensions} node={view.node} onPick={(node) => setView({ node })} />
        </div>
      )}
    </ChartFrame>
  );
});

/** Members of a level of place with the middle of their sites; a kind of their own where their sites differ. */
function placesOf(shares: DimensionShare, sites: readonly Site[], measure: Measure): MapSite[] {
  return shares.members.map((each) => {
    const own = sites.filter(({ id }) => each.sites.includes(id));
    const kinds = new Set(own.map(({ kind }) => kind));
    const mean = (of: (site: Site) => number) => own.reduce((sum, site) => sum + of(site), 0) / own.length;
    return {
      id: each.member,
      name: memberLabel(shares.dimension, each.member, each.label),
      kind: kinds.size === 1 ? [...kinds][0]! : 'mixed',
      latitude: mean(({ latitude }) => latitude),
      longitude: mean(({ longitude }) => longitude),
      size: shareBy(each, measure),
    };
  });
}

function tableOf(places: readonly MapSite[], measure: Measure): ChartTable {
  return {
    columns: [
      { label: 'Place' },
      { label: 'Kind' },
      { label: 'Share', unit: `of ${measureWords(measure)}`, format: formatShare },
      { label: 'Latitude', unit: '°' },
      { label: 'Longitude', unit: '°' },
    ],
    rows: places.map(({ name, kind, size, latitude, longitude }) => [
      name,
      kind === 'mixed' ? 'Several kinds' : kindLabel(kind),
      size,
      latitude,
      longitude,
    ]),
  };
}
