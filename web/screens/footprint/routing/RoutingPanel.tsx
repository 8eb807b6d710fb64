import { NativeSelect } from '@mantine/core';
import { memo } from 'react';
import type { Plan, Stream } from '../../../../engine/plan';
import type { Issue } from '../../../../engine/units';
import { plainPath } from '../../../state';
import { IssueList, NumberEntry, Panel } from '../../../ui';
import { CallbackFields } from './CallbackFields';
import { PoolFields } from './PoolFields';
import css from './routing.module.css';
import { modeOf, type RoutingMode, ruleOf, setMode, setPriority, teamsFor } from './routing-edits';
import { SplitFields } from './SplitFields';
import { TeamTable } from './TeamTable';

interface Props {
  readonly plan: Plan;
  readonly stream: Stream;
  readonly issues: readonly Issue[];
}

const MODES: readonly { readonly value: RoutingMode; readonly label: string }[] = [
  { value: 'any', label: 'Any team that can, one queue' },
  { value: 'pool', label: 'The teams named below, one queue' },
  { value: 'split', label: 'A fixed share to each team, a queue each' },
];

/** Who answers a stream, in which order, after how long, and what else waiting customers are offered. */
export const RoutingPanel = memo(function RoutingPanel({ plan, stream, issues }: Props) {
  const rule = ruleOf(plan, stream.id);
  const mode = modeOf(rule);
  const teams = teamsFor(plan, stream);
  const places = [
    `routing[${rule ? plan.routing.indexOf(rule) : -1}]`,
    `streams[${plan.streams.indexOf(stream)}].callbackOffer`,
  ];
  const mine = issues.filter(({ path }) => places.some((place) => plainPath(path).startsWith(place)));
  const canServe = teams.filter(({ lacks }) => lacks.length === 0).length;
  return (
    <Panel
      title={`Who answers: ${stream.name}`}
      description={`${canServe === 1 ? 'One team has' : `${canServe} teams have`} the skill, language and channel${stream.licence === undefined ? '' : ' and licence'}. Agents kept free are left idle for the next contact by work that can wait. Which agent is asked, helpers after some seconds and callbacks are known to the contact-by-contact simulation alone; flow shares work evenly.`}
    >
      {mine.length > 0 && <IssueList title="This can’t stand:" issues={mine} />}
      <div className={css.fields}>
        <NativeSelect
          size="xs"
          label="Contacts go to"
          data={MODES.map(({ value, label }) => ({ value, label }))}
          value={mode}
          onChange={({ currentTarget: { value } }) => {
            const next = MODES.find((each) => each.value === value);
            if (next && next.value !== mode) setMode(plan, stream, next.value);
          }}
        />
        <NumberEntry
          label="Priority, 1 is served first"
          value={stream.priority}
          min={1}
          max={9}
          isWhole
          width={170}
          onChange={(value) => {
            if (value !== null) setPriority(stream, value);
          }}
        />
        {rule?.mode === 'split' ? (
          <SplitFields stream={stream} rule={rule} />
        ) : (
          <PoolFields stream={stream} rule={rule} />
        )}
      </div>
      <TeamTable plan={plan} stream={stream} rule={rule} teams={teams} />
      <CallbackFields stream={stream} />
    </Panel>
  );
});
