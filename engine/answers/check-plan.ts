import { addDays } from '../calendar';
import { planQueues } from '../footprint';
import { type Plan, planHash, readPlan } from '../plan';
import { InputFault, type Issue } from '../units';

/** What a check finds: all that is wrong, or what the plan holds and what in it may surprise its author. */
export interface CheckAnswer {
  readonly ok: boolean;
  readonly issues: readonly Issue[];
  /** Allowed, but probably not meant. */
  readonly warnings: readonly string[];
  readonly summary: PlanSummary | null;
}

export interface PlanSummary {
  readonly id: string;
  readonly name: string;
  readonly hash: string;
  readonly startDate: string;
  readonly endDate: string;
  readonly weeks: number;
  readonly intervalMinutes: number;
  readonly streams: number;
  readonly channels: number;
  readonly languages: number;
  readonly providers: number;
  readonly sites: number;
  readonly countries: number;
  readonly metros: number;
  readonly teams: number;
  readonly heads: number;
  readonly disruptions: number;
  readonly scenarios: number;
}

/** Checks a document without running it; faults come back as data, so that a screen or a program can list them. */
export function checkPlan(document: unknown): CheckAnswer {
  try {
    const plan = readPlan(document);
    return { ok: true, issues: [], warnings: planWarnings(plan), summary: summarize(plan) };
  } catch (error) {
    if (error instanceof InputFault) return { ok: false, issues: error.issues, warnings: [], summary: null };
    throw error;
  }
}

function summarize(plan: Plan): PlanSummary {
  const distinct = (values: readonly string[]) => new Set(values).size;
  return {
    id: plan.id,
    name: plan.name,
    hash: planHash(plan),
    startDate: plan.calendar.startDate,
    endDate: addDays(plan.calendar.startDate, plan.calendar.weeks * 7 - 1),
    weeks: plan.calendar.weeks,
    intervalMinutes: plan.calendar.intervalMinutes,
    streams: plan.streams.length,
    channels: distinct(plan.streams.map((stream) => stream.channel)),
    languages: distinct(plan.streams.map((stream) => stream.language)),
    providers: plan.providers.filter((provider) => provider.kind !== 'holding').length,
    sites: plan.sites.length,
    countries: distinct(plan.sites.map((site) => site.country)),
    metros: distinct(plan.sites.map((site) => site.metro)),
    teams: plan.teams.length,
    heads: plan.teams.reduce((sum, team) => sum + team.headcount.reduce((heads, entry) => heads + entry.heads, 0), 0),
    disruptions: plan.disruptions.length,
    scenarios: plan.scenarios.length,
  };
}

function planWarnings(plan: Plan): string[] {
  const warnings: string[] = [];
  const queues = planQueues(plan);
  plan.streams.forEach((stream, at) => {
    const served = queues.some((queue) => queue.stream === at && queue.edges.length > 0);
    if (!served)
      warnings.push(
        `streams "${stream.id}": no team has its skill, language, channel and licence; all its contacts are lost.`,
      );
  });
  plan.teams.forEach((team, at) => {
    if (!queues.some((queue) => queue.edges.some((edge) => edge.team === at))) {
      warnings.push(`teams "${team.id}": no stream is routed to it; it is paid and idle.`);
    }
  });
  const end = addDays(plan.calendar.startDate, plan.calendar.weeks * 7);
  for (const site of plan.sites) {
    if (!plan.teams.some((team) => team.site === site.id)) warnings.push(`sites "${site.id}": nobody works here.`);
  }
  for (const disruption of plan.disruptions) {
    if (disruption.startDate >= end)
      warnings.push(`disruptions "${disruption.id}": it starts on ${disruption.startDate}, after the plan ends.`);
  }
  for (const team of plan.teams) {
    const late = team.hires.filter((hire) => hire.date >= end).length;
    if (late > 0) warnings.push(`teams "${team.id}": ${late} of its hires lie after the plan ends.`);
  }
  return warnings;
}
