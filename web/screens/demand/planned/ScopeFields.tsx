import { MultiSelect } from '@mantine/core';
import type { Plan, ReasonScope } from '../../../../engine/plan';
import { channelLabel } from '../../../format';
import css from './planned.module.css';

interface Props {
  readonly plan: Plan;
  readonly scope: ReasonScope;
  readonly onChange: (scope: ReasonScope) => void;
}

/** What an event or a measure reaches: an empty field leaves nothing out. */
export function ScopeFields({ plan, scope, onChange }: Props) {
  const channels = [...new Set(plan.streams.map(({ channel }) => channel))];
  const named = (list: readonly { readonly id: string; readonly name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  const field = (
    key: 'markets' | 'channels' | 'streams' | 'reasons',
    label: string,
    data: { value: string; label: string }[],
  ) => (
    <MultiSelect
      key={key}
      size="xs"
      label={label}
      placeholder={(scope[key]?.length ?? 0) > 0 ? undefined : 'all'}
      data={data}
      value={[...(scope[key] ?? [])]}
      onChange={(chosen) => {
        const { [key]: _old, ...rest } = scope;
        onChange((chosen.length > 0 ? { ...rest, [key]: chosen } : rest) as ReasonScope);
      }}
    />
  );
  return (
    <div className={css.fields}>
      {field('markets', 'Markets', named(plan.markets))}
      {field(
        'channels',
        'Channels',
        channels.map((channel) => ({ value: channel, label: channelLabel(channel) })),
      )}
      {field('streams', 'Streams', named(plan.streams))}
      {plan.reasons.length > 0 && field('reasons', 'Reasons', named(plan.reasons))}
    </div>
  );
}
