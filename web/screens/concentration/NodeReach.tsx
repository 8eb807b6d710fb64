import { NativeSelect } from '@mantine/core';
import type { DimensionShare } from '../../../engine/answers';
import { dimensionLabel, formatShare, memberLabel } from '../../format';
import css from './concentration.module.css';
import { nodeKey, readNode } from './picked-node';

interface Props {
  readonly dimensions: readonly DimensionShare[];
  readonly node: string;
  readonly onPick: (node: string) => void;
}

/** Streams named; the rest is counted. */
const SHOWN = 6;

/** What one failure would reach: sites, shares by every measure, and the streams that hang on it most. */
export function NodeReach({ dimensions, node, onPick }: Props) {
  const picked = readNode(dimensions, node);
  const groups = [
    { value: '', label: 'Nothing picked' },
    ...dimensions.map(({ dimension, members }) => ({
      group: dimensionLabel(dimension),
      items: members.map(({ member, label }) => ({
        value: nodeKey(dimension, member),
        label: memberLabel(dimension, member, label),
      })),
    })),
  ];
  return (
    <div className={css.reach}>
      <NativeSelect
        label="Reach of"
        size="xs"
        data={groups}
        value={picked ? node : ''}
        onChange={(event) => onPick(event.currentTarget.value)}
      />
      {picked && <Words dimension={picked.dimension} member={picked.member} />}
    </div>
  );
}

function Words({ dimension, member }: NonNullable<ReturnType<typeof readNode>>) {
  const name = memberLabel(dimension, member.member, member.label);
  const { streams, detail } = member;
  const shares = [
    `${formatShare(member.share)} of productive hours`,
    `${formatShare(member.contactShare)} of contacts`,
    ...(member.valueShare === null ? [] : [`${formatShare(member.valueShare)} of value at stake`]),
  ];
  const more = streams.length - SHOWN;
  return (
    <p className={css.reachWords}>
      <strong>{name}</strong> ({detail}): {shares.join(', ')}.{' '}
      {streams.length > 0 &&
        `It gives ${streams
          .slice(0, SHOWN)
          .map((stream) => `${formatShare(stream.share)} of the hours of ${stream.name}`)
          .join(', ')}${more > 0 ? `, and parts of ${more} more` : ''}.`}
    </p>
  );
}
