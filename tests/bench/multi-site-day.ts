import type { ContactModel, ContactStream } from '../../engine/simulate';

const SITES = [150, 120, 100, 80, 60, 50];
const INTERVALS = 96;

const hump = (hour: number, middle: number, width: number) => Math.exp(-(((hour - middle) / width) ** 2));

const CHANNELS = [
  {
    name: 'voice',
    contacts: 60_000,
    shape: (hour: number) => 0.15 + hump(hour, 10.5, 2.5) + 0.8 * hump(hour, 15.5, 3),
    handleSeconds: 240,
    patienceSeconds: 180,
    targetSeconds: 20,
    concurrency: 1,
  },
  {
    name: 'chat',
    contacts: 25_000,
    shape: (hour: number) => 0.2 + hump(hour, 12, 4) + 0.6 * hump(hour, 20, 2.5),
    handleSeconds: 720,
    patienceSeconds: 300,
    targetSeconds: 60,
    concurrency: 3,
  },
  {
    name: 'email',
    contacts: 15_000,
    shape: (hour: number) => 0.4 + hump(hour, 9.5, 3),
    handleSeconds: 360,
    patienceSeconds: Number.POSITIVE_INFINITY,
    targetSeconds: 14_400,
    concurrency: 1,
  },
];

/** Skill sets of a site's agents, by channel, and the share of the agents that has each; the first takes who is left. */
const SKILL_SETS = [
  { serves: [0], share: 0 },
  { serves: [0, 1], share: 0.25 },
  { serves: [1, 2], share: 0.15 },
  { serves: [0, 1, 2], share: 0.15 },
];

/** The multi-site day of the engine benchmarks (W4) as a model of the product's own simulator: six sites, four skill sets, three channels. */
export function multiSiteDay(): ContactModel {
  const streams = CHANNELS.map((channel): ContactStream => {
    const shape = Float64Array.from({ length: INTERVALS }, (_, k) => channel.shape((k + 0.5) / 4));
    const sum = shape.reduce((a, b) => a + b, 0);
    return {
      name: channel.name,
      until: Float64Array.from({ length: INTERVALS }, (_, k) => (k + 1) * 900),
      rate: shape.map((part) => (part * channel.contacts) / sum / 900),
      day: new Uint16Array(INTERVALS),
      dailyVariation: 0,
      handleTime: { mean: channel.handleSeconds, cv: 1 },
      patience: { mean: channel.patienceSeconds, cv: 1, atOnce: 0 },
      handleTimeFactor: null,
      patienceFactor: null,
      closedShare: null,
      shutShare: null,
      rankGain: null,
      concurrency: channel.concurrency,
      stretch: 1,
      targetSeconds: channel.targetSeconds,
      deferrable: channel.name === 'email',
      reasons: [],
      returns: [],
      later: [],
      transfers: [],
      callback: null,
    };
  });
  const groups = SITES.flatMap((agents, site) => {
    const special = SKILL_SETS.map(({ share }) => Math.floor(agents * share + 1e-9));
    const rest = agents - special.reduce((a, b) => a + b, 0);
    return SKILL_SETS.map(({ serves }, at) => ({
      name: `site ${site} set ${at}`,
      serves,
      agents: at === 0 ? rest : special[at]!,
    }));
  });
  return {
    end: 86_400,
    finishAll: false,
    periods: Float64Array.of(0),
    streams,
    groups: groups.map(({ name, agents }) => ({ name, agents: Float64Array.of(agents), speed: Float64Array.of(1) })),
    queues: streams.map((_, channel) => ({
      stream: channel,
      share: Float64Array.of(1),
      places: Number.POSITIVE_INFINITY,
      urgentSeconds: Number.POSITIVE_INFINITY,
      choice: 'longest-idle',
      reserves: channel === 2 ? [{ agents: 10, guard: 0 }] : [],
      members: groups.flatMap(({ serves }, group) =>
        serves.includes(channel) ? [{ group, speed: 1, rank: channel, afterSeconds: 0, reach: null }] : [],
      ),
    })),
  };
}
