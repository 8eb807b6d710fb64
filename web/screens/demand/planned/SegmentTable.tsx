import { Button } from '@mantine/core';
import type { MeasureOf, Plan } from '../../../../engine/plan';
import { channelLabel } from '../../../format';
import { DataTable, NumberEntry, TextField } from '../../../ui';
import { changeMeasure } from './measure-actions';
import { addSegment, removeSegment, setPreference, setShares, sharesOf, withShare } from './measure-parts';
import css from './planned.module.css';

type Drift = MeasureOf<'drift'>;
type Segment = Drift['segments'][number];

/** Most kinds of customers that a measure tells apart. */
const MOST = 30;

interface Props {
  readonly plan: Plan;
  readonly measure: Drift;
}

/** Kinds of customers with their shares now and later, and the channels that they prefer; each can be changed. */
export function SegmentTable({ plan, measure }: Props) {
  const channels = [
    ...new Set([
      ...plan.streams.filter(({ market }) => market === measure.market).map(({ channel }) => channel),
      ...measure.segments.flatMap(({ preferences }) => preferences.map(({ channel }) => channel)),
    ]),
  ];
  const change = (what: string, recipe: Parameters<typeof changeMeasure>[2]) => changeMeasure(measure, what, recipe);
  const share = (label: string, value: number, set: (draft: Editable, share: number) => void) => (
    <NumberEntry
      label={label}
      isInTable
      value={value}
      scale={100}
      min={0}
      max={1}
      onChange={(next) => next !== null && change(label, (draft) => set(draft as Editable, next))}
    />
  );
  const rows = measure.segments.map((segment, at) => ({ segment, at }));
  const ofSegments = (key: 'shareNow' | 'shareLater', label: string, { segment, at }: (typeof rows)[number]) =>
    share(`${label} of ${segment.name}, %`, segment[key], (draft, next) =>
      setShares(draft, key, withShare(sharesOf(measure, key), at, next)),
    );
  return (
    <>
      <DataTable
        label={`Segments of ${measure.name}`}
        rows={rows}
        keyOf={({ at }) => String(at)}
        columns={[
          {
            key: 'name',
            label: 'Segment',
            render: ({ segment, at }) => (
              <TextField
                label={`Name of segment ${at + 1}`}
                isInTable
                isNeeded
                value={segment.name}
                longest={120}
                issue={undefined}
                onChange={(name) =>
                  change(`Name of ${segment.name}`, (draft) => {
                    const target = (draft as Editable).segments[at];
                    if (target) target.name = name;
                  })
                }
              />
            ),
          },
          {
            key: 'now',
            label: 'Share now, %',
            numeric: true,
            render: (row) => ofSegments('shareNow', 'Share now', row),
          },
          {
            key: 'later',
            label: 'Share later, %',
            numeric: true,
            render: (row) => ofSegments('shareLater', 'Share later', row),
          },
          ...channels.map((channel, place) => ({
            key: channel,
            label: `Prefers ${channelLabel(channel).toLowerCase()}, %`,
            numeric: true,
            render: ({ segment, at }: { segment: Segment; at: number }) =>
              share(
                `${channelLabel(channel)} of ${segment.name}, %`,
                segment.preferences.find((one) => one.channel === channel)?.share ?? 0,
                (draft, next) => {
                  const target = draft.segments[at];
                  if (target) setPreference(target, channels, place, next);
                },
              ),
          })),
          {
            key: 'remove',
            label: 'Remove',
            render: ({ segment, at }) => (
              <Button
                size="compact-xs"
                variant="default"
                disabled={rows.length < 2}
                aria-label={`Remove segment ${segment.name}`}
                onClick={() => change(`Segment ${segment.name}`, (draft) => removeSegment(draft as Editable, at))}
              >
                Remove
              </Button>
            ),
          },
        ]}
      />
      <div className={css.submit}>
        <Button
          size="compact-xs"
          variant="default"
          disabled={rows.length >= MOST}
          onClick={() => change('New segment', (draft) => addSegment(draft as Editable))}
        >
          Add segment
        </Button>
        <span className={css.hint}>
          Shares add up to 100 %: where one changes, the others keep their proportions to each other.
        </span>
      </div>
    </>
  );
}

type Editable = Parameters<typeof addSegment>[0];
