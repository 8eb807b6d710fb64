import { combineEffects } from '../../engine/disruption';
import type { Plan } from '../../engine/plan';
import {
  buildNetwork,
  STREAM_COUNT as C,
  type ContactTally,
  planContacts,
  runBase,
  runDisturbed,
  runReplications,
  STREAM_COUNTS,
} from '../../engine/simulate';

/** Some days of a plan, undisturbed or under one of its disruptions. */
export interface Stretch {
  readonly plan: Plan;
  readonly disruption: string | null;
  readonly fromDay: number;
  readonly days: number;
  readonly replications: number;
}

/** A stream's service level in both simulations, in points, with the half-width of the simulated one's 95 % interval. */
export interface Level {
  readonly plan: string;
  readonly what: string;
  readonly stream: string;
  readonly contacts: number;
  readonly half: number;
  readonly flow: number;
}

/** Both simulations of a stretch, on the same network and modifiers. */
export function bothLevels({ plan, disruption, fromDay, days, replications }: Stretch): Level[] {
  const network = buildNetwork(plan);
  const base = runBase(network);
  const struck = plan.disruptions.filter(({ id }) => id === disruption);
  const modifiers = combineEffects(plan, network.grid, network.origins, struck);
  const flow = runDisturbed(network, base, modifiers).records;
  const { model, dayStarts } = planContacts(network, { fromDay, days, modifiers, flow });
  const tallies = runReplications(model, dayStarts, { seed: 20270104, first: 0, count: replications });
  return plan.streams.map(({ id }, stream) => {
    const levels = tallies.map((tally) => share(tally, stream, days));
    const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
    const variance = levels.reduce((sum, level) => sum + (level - mean) ** 2, 0) / (levels.length - 1);
    const row = (day: number) => (stream * flow.days + fromDay + day) * STREAM_COUNTS;
    return {
      plan: plan.id,
      what: disruption ?? 'undisturbed',
      stream: id,
      contacts: mean,
      half: 1.96 * Math.sqrt(variance / levels.length),
      flow: quotient(
        days,
        (day) => flow.streams[row(day) + C.withinTarget]!,
        (day) => flow.streams[row(day) + C.judged]!,
      ),
    };
  });
}

function share(tally: ContactTally, stream: number, days: number): number {
  const row = (day: number) => (stream * tally.days + day) * STREAM_COUNTS;
  return quotient(
    days,
    (day) => tally.streams[row(day) + C.withinTarget]!,
    (day) => tally.streams[row(day) + C.judged]!,
  );
}

function quotient(days: number, part: (day: number) => number, whole: (day: number) => number): number {
  let parts = 0;
  let wholes = 0;
  for (let day = 0; day < days; day++) {
    parts += part(day);
    wholes += whole(day);
  }
  return wholes > 0 ? (100 * parts) / wholes : Number.NaN;
}

/** Rows as a table, the furthest apart first. */
export function levelTable(levels: readonly Level[]): string {
  const rows = [...levels]
    .filter(({ contacts, flow }) => !Number.isNaN(contacts) && !Number.isNaN(flow))
    .sort((a, b) => Math.abs(b.flow - b.contacts) - Math.abs(a.flow - a.contacts));
  const line = ({ plan, what, stream, contacts, half, flow }: Level) =>
    `| ${plan} | ${what} | ${stream} | ${contacts.toFixed(1)} ± ${half.toFixed(1)} | ${flow.toFixed(1)} | ${(flow - contacts).toFixed(1)} |`;
  return [
    '| plan | what | stream | contacts | flow | difference |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(line),
  ].join('\n');
}
