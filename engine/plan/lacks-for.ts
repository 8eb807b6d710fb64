import type { Stream, Team } from './schema';

/**
 * What a team lacks to serve a stream, in words: its skill, language, channel or licence; empty for a team that can.
 *
 * @example lacksFor(team, stream) // ['language de']
 */
export function lacksFor(
  team: Pick<Team, 'skills' | 'languages' | 'channels' | 'licences'>,
  stream: Pick<Stream, 'skill' | 'language' | 'channel' | 'licence'>,
): string[] {
  return [
    team.skills.some((entry) => entry.skill === stream.skill) ? '' : `skill ${stream.skill}`,
    team.languages.includes(stream.language) ? '' : `language ${stream.language}`,
    team.channels.includes(stream.channel) ? '' : `channel ${stream.channel}`,
    stream.licence === undefined || team.licences?.includes(stream.licence) ? '' : `licence ${stream.licence}`,
  ].filter((text) => text !== '');
}
