import { Button, Checkbox } from '@mantine/core';
import { useMemo } from 'react';
import type { Plan, Routing, Stream, Team } from '../../../../engine/plan';
import { formatCount } from '../../../format';
import { type Column, DataTable, NumberEntry } from '../../../ui';
import { headsOf } from '../team-columns';
import css from './routing.module.css';
import { moveTeam, namedIn, setHelpsAfter, setShare, setTakesPart } from './routing-edits';

interface Row {
  readonly team: Team;
  readonly lacks: readonly string[];
}

interface Props {
  readonly plan: Plan;
  readonly stream: Stream;
  readonly rule: Routing | null;
  readonly teams: readonly Row[];
}

/** The teams that can answer a stream, with what the way of routing asks of each. */
export function TeamTable({ plan, stream, rule, teams }: Props) {
  const columns = useMemo(() => columnsOf(plan, stream, rule), [plan, stream, rule]);
  if (teams.length === 0)
    return <p className={css.note}>No team has this stream’s skill, language and channel: nobody answers it.</p>;
  return (
    <DataTable
      label={`Teams for ${stream.name}`}
      columns={columns}
      rows={teams}
      keyOf={({ team }) => team.id}
      maxHeight={420}
    />
  );
}

function columnsOf(plan: Plan, stream: Stream, rule: Routing | null): Column<Row>[] {
  const named = namedIn(rule);
  const isNamed = named.length > 0;
  const takesPart = ({ team }: Row) => !isNamed || named.includes(team.id);
  const siteOf = (team: Team) => plan.sites.find(({ id }) => id === team.site)?.name ?? team.site;
  return [
    {
      key: 'team',
      label: 'Team',
      render: ({ team, lacks }) => (
        <>
          <bdi>{team.name}</bdi>
          <span className={css.sub}>
            <bdi>{siteOf(team)}</bdi>, {formatCount(headsOf(team))} heads
            {lacks.length > 0 ? `; lacks ${lacks.join(', ')}` : ''}
          </span>
        </>
      ),
    },
    ...(isNamed
      ? [
          {
            key: 'in',
            label: 'Takes part',
            render: (row: Row) => (
              <Checkbox
                size="xs"
                aria-label={`${row.team.name} takes part`}
                checked={takesPart(row)}
                disabled={takesPart(row) && named.length === 1}
                onChange={({ currentTarget: { checked } }) => setTakesPart(stream, row.team, checked)}
              />
            ),
          },
        ]
      : []),
    ...(rule?.mode === 'split'
      ? [
          {
            key: 'share',
            label: 'Share, %',
            hint: 'Of the stream’s contacts; the others take the rest in proportion',
            render: ({ team }: Row) => {
              const entry = rule.shares.find((each) => each.team === team.id);
              return entry ? (
                <NumberEntry
                  isInTable
                  label={`Share of ${team.name}, %`}
                  value={entry.share}
                  scale={100}
                  min={0}
                  max={1}
                  width={90}
                  onChange={(value) => {
                    if (value !== null) setShare(stream, team, value);
                  }}
                />
              ) : null;
            },
          },
        ]
      : [
          helpsColumn(stream, rule, takesPart),
          ...(rule?.choice === 'as-listed' && isNamed ? [orderColumn(stream, named)] : []),
        ]),
  ];
}

/** Teams of a pool may help only those who have waited for a while. */
function helpsColumn(
  stream: Stream,
  rule: Extract<Routing, { mode: 'pool' }> | null,
  takesPart: (row: Row) => boolean,
): Column<Row> {
  return {
    key: 'helps',
    label: 'Helps after, s',
    hint: 'Takes only contacts that have waited so long; empty: at once',
    render: (row) =>
      takesPart(row) ? (
        <NumberEntry
          isInTable
          label={`${row.team.name} helps after, s`}
          value={rule?.overflow?.find((entry) => entry.team === row.team.id)?.afterSeconds ?? null}
          min={1}
          max={86_400}
          isOptional
          width={90}
          onChange={(value) => setHelpsAfter(stream, row.team, value)}
        />
      ) : null,
  };
}

function orderColumn(stream: Stream, named: readonly string[]): Column<Row> {
  return {
    key: 'order',
    label: 'Order',
    render: ({ team }) => {
      const at = named.indexOf(team.id);
      if (at < 0) return null;
      return (
        <span className={css.order}>
          <span>{at + 1}</span>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`Ask ${team.name} earlier`}
            disabled={at === 0}
            onClick={() => moveTeam(stream, team, -1)}
          >
            ↑
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`Ask ${team.name} later`}
            disabled={at === named.length - 1}
            onClick={() => moveTeam(stream, team, 1)}
          >
            ↓
          </Button>
        </span>
      );
    },
  };
}
