import { membersOf, type Queue, type TeamOrigin } from '../footprint';
import { effectiveNumber } from './herfindahl';

/** By what a stream's cover is counted, from the widest to the narrowest. */
export const COVER_LEVELS = ['parent', 'provider', 'country', 'metro', 'site'] as const;
export type CoverLevel = (typeof COVER_LEVELS)[number];

/** Who covers a stream at one level. */
export interface Cover {
  /** Most hours first. Who gives no hours and could is among them, with a share of 0. */
  readonly members: readonly { readonly member: string; readonly hours: number; readonly share: number }[];
  /** How many equal members would be as concentrated; of those that give hours. */
  readonly effectiveNumber: number;
}

/** A stream (one skill, language and channel of a market), and who covers it. */
export interface StreamCover {
  readonly stream: number;
  readonly hours: number;
  readonly levels: { readonly [Level in CoverLevel]: Cover };
  /** The narrowest of site, metro and owner at which a single member is all there is; null where none is. */
  readonly single: 'site' | 'metro' | 'parent' | null;
}

/** Hours that a team gives a stream. */
export type HoursGiven = (team: number, stream: number) => number;

/**
 * Who can do each stream's work, and who does it: the matrix of cover, and where one member is all there is.
 *
 * A team covers a stream when routing sends it there and it has people at all; when a single source fails, nobody else has
 * the skill, language and channel. A stream that nobody covers has no members and no single source.
 *
 * Units: productive hours over the horizon. Cost: streams × teams × levels.
 */
export function streamCovers(
  streams: number,
  origins: readonly TeamOrigin[],
  queues: readonly Queue[],
  staffed: (team: number) => boolean,
  given: HoursGiven,
): StreamCover[] {
  return Array.from({ length: streams }, (_, stream) => {
    const edges = queues.filter((queue) => queue.stream === stream).flatMap((queue) => queue.edges);
    const teams = [...new Set(edges.map(({ team }) => team))].filter(staffed);
    const hours = teams.reduce((sum, team) => sum + given(team, stream), 0);
    const levels = Object.fromEntries(
      COVER_LEVELS.map((level) => {
        const found = new Map<string, number>();
        for (const team of teams) {
          for (const member of membersOf(origins[team]!, level))
            found.set(member, (found.get(member) ?? 0) + given(team, stream));
        }
        const members = [...found]
          .map(([member, own]) => ({ member, hours: own, share: hours > 0 ? own / hours : 0 }))
          .sort((a, b) => b.hours - a.hours || (a.member < b.member ? -1 : 1));
        return [level, { members, effectiveNumber: effectiveNumber(members.map(({ share }) => share)) }];
      }),
    ) as unknown as Record<CoverLevel, Cover>;
    const isSingle = (level: CoverLevel) => levels[level].members.length === 1;
    const single = (['site', 'metro', 'parent'] as const).find(isSingle) ?? null;
    return { stream, hours, levels, single };
  });
}
