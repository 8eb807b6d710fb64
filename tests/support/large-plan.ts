import { type Plan, readPlan } from '../../engine/plan';
import { readScenario } from './read-scenario';

const COPIES = 4;
const SITES = 25;

type Document = Record<string, unknown> & { [Key in keyof Plan]: Plan[Key] };

/**
 * The worked plan four times over within one company: 60 streams, 128 teams, 25 sites, 52 weeks.
 *
 * Every copy has streams and teams of its own, which can do the work of their copy alone; nine sites are there twice, in towns of
 * their own, and the others grow with their teams. Providers, platforms and hazards are shared, so that limits and bad luck tie all together.
 */
export function largePlan(): Plan {
  const base = readScenario('farwater') as Document;
  const named = (id: string, copy: number) => (copy === 0 ? id : `${id}-${copy + 1}`);
  const twice = base.sites.slice(0, SITES - base.sites.length);
  const siteOf = (id: string, copy: number) =>
    copy % 2 === 1 && twice.some((site) => site.id === id) ? `${id}-b` : id;
  const copies = Array.from({ length: COPIES }, (_, copy) => copy);
  const crowd = (id: string) => copies.filter((copy) => siteOf(id.replace(/-b$/, ''), copy) === id).length;
  const skilled = <Entry extends { readonly skill: string }>(entry: Entry, copy: number) => ({
    ...entry,
    skill: named(entry.skill, copy),
  });
  return readPlan({
    ...base,
    id: 'four-farwaters',
    name: 'Four Farwaters',
    calendar: { ...base.calendar, weeks: 52 },
    streams: copies.flatMap((copy) =>
      base.streams.map((stream) => ({
        ...skilled(stream, copy),
        id: named(stream.id, copy),
        name: named(stream.name, copy),
      })),
    ),
    sites: [
      ...base.sites,
      ...twice.map((site) => ({ ...site, id: `${site.id}-b`, name: `${site.name} B`, metro: `${site.metro} B` })),
    ].map((site) => ({ ...site, seats: site.seats === null ? null : site.seats * crowd(site.id) })),
    teams: copies.flatMap((copy) =>
      base.teams.map((team) => ({
        ...team,
        id: named(team.id, copy),
        name: named(team.name, copy),
        site: siteOf(team.site, copy),
        skills: team.skills.map((entry) => skilled(entry, copy)),
      })),
    ),
    routing: copies.flatMap((copy) =>
      base.routing.map((rule) =>
        rule.mode === 'pool'
          ? {
              ...rule,
              stream: named(rule.stream, copy),
              ...(rule.teams ? { teams: rule.teams.map((id) => named(id, copy)) } : {}),
            }
          : {
              ...rule,
              stream: named(rule.stream, copy),
              shares: rule.shares.map((entry) => ({ ...entry, team: named(entry.team, copy) })),
            },
      ),
    ),
    // What else names streams and teams of the first copy stays with it.
  });
}
