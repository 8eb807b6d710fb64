import { NativeSelect } from '@mantine/core';
import type { Routing, Stream } from '../../../../engine/plan';
import { NumberEntry } from '../../../ui';
import { setChoice, setKeepFree } from './routing-edits';

type Pool = Extract<Routing, { mode: 'pool' }>;

interface Props {
  readonly stream: Stream;
  /** Null: no rule, the usual. */
  readonly rule: Pool | null;
}

const CHOICES: readonly { readonly value: NonNullable<Pool['choice']>; readonly label: string }[] = [
  { value: 'longest-idle', label: 'Whoever is idle longest' },
  { value: 'most-idle', label: 'One of the team with most idle' },
  { value: 'least-cost', label: 'One of the team that costs least' },
  { value: 'as-listed', label: 'One of the team listed first' },
];

/** Of one queue: which free agent is asked, and how many are kept from work that can wait. */
export function PoolFields({ stream, rule }: Props) {
  const choice = rule?.choice ?? 'longest-idle';
  const waits = stream.target.kind === 'complete-within';
  return (
    <>
      <NativeSelect
        size="xs"
        label="Of the free agents, ask"
        data={CHOICES.map(({ value, label }) => ({ value, label }))}
        value={choice}
        onChange={({ currentTarget: { value } }) => {
          const next = CHOICES.find((each) => each.value === value);
          if (next && next.value !== choice) setChoice(stream, next.value);
        }}
      />
      {!waits && (
        <NumberEntry
          label="Agents kept free (empty: √ load)"
          value={rule?.keepFree ?? null}
          min={0}
          max={10_000}
          isWhole
          isOptional
          width={240}
          onChange={(value) => setKeepFree(stream, value)}
        />
      )}
    </>
  );
}
