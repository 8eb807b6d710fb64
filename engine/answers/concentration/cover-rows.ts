import { memberLabel } from '../../footprint';
import { COVER_LEVELS, type CoverLevel, type StreamCover, streamCovers, type WorkParcel } from '../../risk';
import type { PreparedPlan } from '../prepared-plan';
import type { ConcentrationAnswer, CoverRow } from './concentration-types';
import { hiddenIn } from './headline';

/** The matrix of cover in names, and how much counting providers hides in each of its streams. */
export function coverRows(
  { network, base }: PreparedPlan,
  parcels: readonly WorkParcel[],
): { readonly covers: readonly StreamCover[]; readonly rows: readonly CoverRow[]; readonly hides: readonly string[] } {
  const { plan, origins, queues } = network;
  const { weeks } = plan.calendar;
  const given = new Map(parcels.map(({ team, stream, hours }) => [`${team} ${stream}`, hours]));
  const covers = streamCovers(
    plan.streams.length,
    origins,
    queues,
    (team) => base.teams[team]!.total.productiveHours > 0,
    (team, stream) => given.get(`${team} ${stream}`) ?? 0,
  );
  const levelOf = (cover: StreamCover, level: CoverLevel) => ({
    members: cover.levels[level].members.map(({ member, hours, share }) => ({
      member,
      label: memberLabel(plan, level, member),
      share,
      hoursPerWeek: hours / weeks,
    })),
    effectiveNumber: cover.levels[level].effectiveNumber,
  });
  const hidden = covers.map((cover) => hiddenIn(plan, cover));
  const rows = covers.map((cover, at): CoverRow => {
    const { id, name, skill, language, channel } = plan.streams[cover.stream]!;
    return {
      stream: id,
      name,
      skill,
      language,
      channel,
      contactsPerWeek: base.streams[cover.stream]!.total.offered / weeks,
      hoursPerWeek: cover.hours / weeks,
      levels: Object.fromEntries(
        COVER_LEVELS.map((level) => [level, levelOf(cover, level)]),
      ) as unknown as CoverRow['levels'],
      single: cover.single,
      hides: hidden[at]?.words ?? null,
    };
  });
  const hides = hidden
    .flatMap((found, at) =>
      found ? [{ ...found, weight: found.fewer * covers[at]!.hours, name: rows[at]!.name }] : [],
    )
    .sort((a, b) => b.weight - a.weight)
    .map(({ name, words }) => `${name}: ${words}`);
  return { covers, rows, hides };
}

/** The streams that hang on one owner, metro or site. */
export function singleSources(
  { network }: Pick<PreparedPlan, 'network'>,
  covers: readonly StreamCover[],
  rows: readonly CoverRow[],
): ConcentrationAnswer['singleSource'] {
  const { plan, origins } = network;
  return covers.flatMap(({ single, levels }, at) => {
    if (single === null) return [];
    const { stream, name, skill, language, channel, contactsPerWeek } = rows[at]!;
    const member = levels[single].members[0]!.member;
    const provider = levels.provider.members[0]!.member;
    const label = memberLabel(plan, single, member);
    const providerName = origins.find((origin) => origin.provider.id === provider)!.provider.name;
    return [
      {
        stream,
        name,
        skill,
        language,
        channel,
        provider,
        providerName,
        level: single,
        member,
        memberLabel: label,
        contactsPerWeek,
      },
    ];
  });
}
