import { Button } from '@mantine/core';
import { memo, useMemo } from 'react';
import type { MixFrontier, OptimalMix, TeamSize } from '../../../../engine/answers';
import { formatFte, formatMoney, formatShare } from '../../../format';
import { type Column, DataTable } from '../../../ui';
import css from './best.module.css';

interface Props {
  readonly study: MixFrontier;
  readonly mix: OptimalMix;
  readonly currency: string;
  /** Takes its sizes to the way there over months. */
  readonly onGo: (sizes: readonly TeamSize[]) => void;
}

/** Money that a contact less must cost to be worth a line. */
const HARDLY = 0.5;
/** Less of a change is none. */
const CHANGED = 0.005;

/** What a mix changes against today, with productive people by season, and what its limits cost. */
export const MixDetail = memo(function MixDetail({ study, mix, currency, onGo }: Props) {
  const { today, seasons } = study;
  const changed = useMemo(() => {
    const moved = ({ size, isCandidate }: TeamSize) => Math.abs(size - (isCandidate ? 0 : 1));
    return mix.sizes
      .filter((size) => moved(size) > CHANGED)
      .sort((a, b) => Math.abs(hours(b, today)) - Math.abs(hours(a, today)));
  }, [mix, today]);
  const columns = useMemo(() => columnsOf(today, seasons), [today, seasons]);
  const fall = useMemo(() => largestFall(today, mix), [today, mix]);
  return (
    <section aria-label={`${mix.name} in detail`} className={css.detail}>
      <div className={css.detailHead}>
        <h3>{mix.name} in detail</h3>
        {changed.length > 0 && (
          <Button size="compact-xs" variant="default" onClick={() => onGo(changed)}>
            Plan the way there
          </Button>
        )}
      </div>
      {changed.length === 0 ? (
        <p>Every team is as large as today.</p>
      ) : (
        <DataTable
          label={`Teams that change in ${mix.name}`}
          columns={columns}
          rows={changed}
          keyOf={({ team }) => team}
          limit={12}
        />
      )}
      {fall && (
        <p className={css.note}>
          By flow, undisturbed, service of {fall.name} falls most: {formatShare(fall.before)} today,{' '}
          {formatShare(fall.after)} here.
        </p>
      )}
      {(mix.prices.length > 0 || mix.costOfAContactLess > HARDLY) && (
        <ul className={css.prices} aria-label="What its limits cost">
          {mix.costOfAContactLess > HARDLY && (
            <li>A contact lost less in the worst years costs {formatMoney(mix.costOfAContactLess, currency)} here.</li>
          )}
          {mix.prices.map(({ limit, sentence }) => (
            <li key={limit}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
});

/** Hours more or less than today, as a mean of full-time equivalents. */
function hours({ team, fteBySeason }: TeamSize, today: OptimalMix): number {
  const before = today.sizes.find((one) => one.team === team)?.fteBySeason ?? [];
  return fteBySeason.reduce((sum, value, season) => sum + value - (before[season] ?? 0), 0);
}

/** The stream whose service falls most against today by flow; null where none falls by a tenth of a point. */
function largestFall(today: OptimalMix, mix: OptimalMix) {
  const before = new Map(today.rechecked?.streams.map(({ id, serviceLevel }) => [id, serviceLevel]));
  const falls = (mix.rechecked?.streams ?? []).flatMap(({ id, name, serviceLevel }) => {
    const was = before.get(id);
    return was == null || serviceLevel === null ? [] : [{ name, before: was, after: serviceLevel }];
  });
  const [most] = falls.sort((a, b) => b.before - b.after - (a.before - a.after));
  return most && most.before - most.after > 0.001 ? most : null;
}

function columnsOf(today: OptimalMix, seasons: MixFrontier['seasons']): Column<TeamSize>[] {
  const before = new Map(today.sizes.map((one) => [one.team, one]));
  return [
    { key: 'team', label: 'Team', render: ({ name, isCandidate }) => (isCandidate ? `${name} (candidate)` : name) },
    {
      key: 'size',
      label: 'Size',
      hint: 'Against today; of a candidate, of what it could come to',
      numeric: true,
      sortBy: ({ size }) => size,
      render: ({ size, isCandidate }) => (size < CHANGED ? (isCandidate ? 'not opened' : 'closed') : formatShare(size)),
    },
    ...seasons.map(
      ({ fromWeek, toWeek }, season): Column<TeamSize> => ({
        key: `season-${season}`,
        label: `FTE, weeks ${fromWeek}–${toWeek}`,
        hint: 'Productive full-time equivalents: today → this mix',
        numeric: true,
        sortBy: ({ fteBySeason }) => fteBySeason[season] ?? null,
        render: ({ team, fteBySeason }) =>
          `${formatFte(before.get(team)?.fteBySeason[season])} → ${formatFte(fteBySeason[season])}`,
      }),
    ),
  ];
}
