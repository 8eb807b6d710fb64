import { Button, NativeSelect, NumberInput, Slider } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { memo, useEffect, useState } from 'react';
import type { Plan } from '../../../engine/plan';
import { formatCount } from '../../format';
import { editPlan } from '../../state';
import { Icon, Panel } from '../../ui';
import { freeScenarioId } from './free-scenario-id';
import type { Member, PlaceKind } from './mix-members';
import { PLACE_KINDS } from './mix-members';
import type { Mix, MixView } from './mix-view';
import css from './mixes.module.css';
import { StreamPicker } from './StreamPicker';

interface Props {
  readonly plan: Plan;
  readonly mix: Mix;
  readonly view: MixView;
  readonly onChange: (next: Partial<MixView>) => void;
  readonly name: string;
  readonly canKeep: boolean;
}

/** What is moved: how much of which streams, from where to where, and under which disruption it is tried. */
export const MixForm = memo(function MixForm({ plan, mix, view, onChange, name, canKeep }: Props) {
  const [share, setShare] = useState(view.share);
  useEffect(() => setShare(view.share), [view.share]);
  const take = (value: number) => {
    setShare(value);
    onChange({ share: value });
  };
  const keep = () => {
    const id = freeScenarioId(plan, name);
    editPlan(`Keep “${name}” as a scenario`, (draft) => {
      draft.scenarios.push({
        id,
        name: name.slice(0, 120),
        edits: [],
        moves: [
          {
            from: mix.from,
            to: mix.to,
            share: mix.share as (typeof draft.scenarios)[number]['moves'][number]['share'],
            ...(mix.streams.length > 0 ? { streams: [...mix.streams] } : {}),
          },
        ],
        disruptions: mix.hit === null ? [] : [mix.hit],
      });
    });
    notifications.show({ message: `Kept as a scenario: ${name}` });
  };
  return (
    <Panel
      title="Move"
      actions={
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon name="plus" size={14} />}
          onClick={keep}
          disabled={!canKeep}
        >
          Keep as scenario
        </Button>
      }
    >
      <div className={css.form}>
        <div className={css.share}>
          <span className={css.label} id="mix-share">
            Share moved
          </span>
          <div className={css.slider}>
            <Slider
              className={css.track}
              value={share}
              onChange={setShare}
              onChangeEnd={take}
              min={0}
              max={100}
              step={1}
              label={(value) => `${value} %`}
              marks={[{ value: 0 }, { value: 25 }, { value: 50 }, { value: 75 }, { value: 100 }]}
              thumbLabel="Share moved, per cent"
            />
            <NumberInput
              aria-label="Share moved, per cent"
              size="xs"
              w={84}
              min={0}
              max={100}
              suffix=" %"
              value={share}
              onChange={(value) => {
                if (typeof value === 'number' && value >= 0 && value <= 100) take(value);
              }}
            />
          </div>
        </div>
        <Place
          label="From"
          kind={view.fromKind}
          member={mix.from.member}
          members={mix.fromMembers}
          onKind={(fromKind) => onChange({ fromKind, from: '' })}
          onMember={(from) => onChange({ from })}
        />
        <Place
          label="To"
          kind={view.toKind}
          member={mix.to.member}
          members={mix.toMembers}
          onKind={(toKind) => onChange({ toKind, to: '' })}
          onMember={(to) => onChange({ to })}
        />
        <StreamPicker plan={plan} picked={mix.streams} onChange={(streams) => onChange({ streams })} />
        <NativeSelect
          label="Tried under"
          size="xs"
          data={plan.disruptions.map(({ id, name: label }) => ({ value: id, label }))}
          value={mix.hit ?? ''}
          onChange={(event) => onChange({ hit: event.currentTarget.value })}
          disabled={plan.disruptions.length === 0}
        />
      </div>
    </Panel>
  );
});

function Place(props: {
  readonly label: string;
  readonly kind: PlaceKind;
  readonly member: string;
  readonly members: readonly Member[];
  readonly onKind: (kind: PlaceKind) => void;
  readonly onMember: (member: string) => void;
}) {
  const { label, kind, member, members, onKind, onMember } = props;
  return (
    <div className={css.place}>
      <NativeSelect
        label={label}
        aria-label={`${label}: by what`}
        size="xs"
        data={[...PLACE_KINDS]}
        value={kind}
        onChange={(event) => onKind(event.currentTarget.value as PlaceKind)}
      />
      <NativeSelect
        aria-label={`${label}: which`}
        size="xs"
        data={members.map(({ value, label: text, heads }) => ({
          value,
          label: `${text} (${formatCount(heads)} heads)`,
        }))}
        value={member}
        onChange={(event) => onMember(event.currentTarget.value)}
      />
    </div>
  );
}
