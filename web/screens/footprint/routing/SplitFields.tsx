import { Switch } from '@mantine/core';
import type { Routing, Stream } from '../../../../engine/plan';
import css from './routing.module.css';
import { setFailover } from './routing-edits';

interface Props {
  readonly stream: Stream;
  readonly rule: Extract<Routing, { mode: 'split' }>;
}

/** Of fixed shares: what happens to the contacts of a team that is closed or down. */
export function SplitFields({ stream, rule }: Props) {
  return (
    <Switch
      size="xs"
      className={css.switch}
      label="The others take over when a team is closed or down"
      checked={rule.failover}
      onChange={({ currentTarget: { checked } }) => setFailover(stream, checked)}
    />
  );
}
