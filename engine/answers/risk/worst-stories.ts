import { addDays } from '../../calendar';
import { type HazardEvent, hazardDisruption } from '../../disruption';
import type { Disruption, Effect, Plan } from '../../plan';
import { FIGURES, RISK_FIGURES, type RiskFigure } from '../../risk';
import { whole } from '../impact-report';
import { nodeOf } from './hazard-node';
import type { RiskStory } from './risk-results';
import type { RiskSample } from './risk-sample';

/** Years told, and events of a year that are told. */
const STORIES = 5;
const EVENTS_TOLD = 8;

/**
 * The worst years, told: the worst of all, and the middle one of those that each cause dominates, the heaviest cause first.
 *
 * Years of the worst twentieth are sorted by the hazard that costs most contacts in them, so that five stories are five
 * kinds of bad year and not the same one five times.
 */
export function worstStories(plan: Plan, sample: RiskSample, weights: Float64Array): RiskStory[] {
  const rows = Array.from(weights.keys()).filter((at) => weights[at]! > 0);
  const lost = (at: number) => sample.totals[at * FIGURES]!;
  rows.sort((a, b) => lost(b) - lost(a) || a - b);
  const events = eventsByYear(sample);
  const kinds = new Map<number, number[]>();
  for (const at of rows) {
    const worst = events.get(sample.years[at]!)?.reduce((a, b) => (b.lost > a.lost ? b : a));
    // A year whose demand and people cost more than its worst event is a year of those.
    const ordinary = sample.ordinary[at * FIGURES]! - sample.planned[0]!;
    const kind = worst && worst.lost > Math.max(0, ordinary) ? worst.event.hazard : -1;
    kinds.set(kind, [...(kinds.get(kind) ?? []), at]);
  }
  const middles = [...kinds.values()].sort((a, b) => b.length - a.length).map((of) => of[Math.floor(of.length / 2)]!);
  const chosen = [...new Set([rows[0], ...middles])].filter((at) => at !== undefined).slice(0, STORIES);
  return chosen.map((at) => tell(plan, sample, at, events.get(sample.years[at]!) ?? [], rows.indexOf(at)));
}

interface Told {
  readonly event: HazardEvent;
  readonly lost: number;
}

function eventsByYear({ events }: RiskSample): Map<number, Told[]> {
  const known = new Map<number, Told[]>();
  events.year.forEach((year, at) => {
    const event = { hazard: events.hazard[at]!, site: null, start: events.start[at]!, days: events.days[at]! };
    const list = known.get(year) ?? [];
    list.push({ event, lost: events.added[at * FIGURES]! });
    known.set(year, list);
  });
  return known;
}

function tell(plan: Plan, sample: RiskSample, at: number, events: readonly Told[], worse: number): RiskStory {
  const year = sample.years[at]!;
  const [demand, people] = [sample.demand[at]!, sample.people[at]!];
  const figures = Object.fromEntries(
    RISK_FIGURES.map((figure, place) => [figure, sample.totals[at * FIGURES + place]!]),
  ) as Record<RiskFigure, number>;
  const told = [...events].sort((a, b) => b.lost - a.lost).slice(0, EVENTS_TOLD);
  const list = told.map(({ event, lost }) => {
    const hazard = plan.hazards[event.hazard]!;
    return {
      hazard: hazard.id,
      name: hazard.name,
      node: nodeOf(plan, hazard.scope),
      startDate: addDays(plan.calendar.startDate, Math.floor(event.start)),
      days: event.days,
      contactsLost: lost,
    };
  });
  return {
    year,
    worse,
    demand,
    people,
    figures,
    events: list,
    sentence: sentenceOf(list, demand, people, figures.contactsLost),
    disruptions: [
      ...events.map(({ event }, index) => hazardDisruption(plan, event, `year-${year}-${index + 1}`)),
      ...errorDisruptions(plan, year, demand, people),
    ],
  };
}

function sentenceOf(events: RiskStory['events'], demand: number, people: number, lost: number): string {
  const [worst] = events.filter(({ contactsLost }) => contactsLost > lost / 100);
  const off = (factor: number) => {
    const points = Math.round((factor - 1) * 100);
    return points === 0 ? 'as planned' : `${Math.abs(points)} % ${points > 0 ? 'above' : 'below'} plan`;
  };
  const start = worst
    ? `${worst.name}, ${days(worst.days)} from ${worst.startDate}, costs ${whole(worst.contactsLost)} contacts`
    : 'No event costs much';
  const others =
    worst && events.length > 1 ? `, ${events.length - 1} smaller ${events.length === 2 ? 'event' : 'events'} more` : '';
  return `${start}${others}; demand is ${off(demand)} and people at work ${off(people)}: ${whole(lost)} contacts lost in the year.`;
}

function days(length: number): string {
  const hours = Math.max(1, Math.round(length * 24));
  if (length < 1.5) return `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
  return `${Math.round(length)} days`;
}

/** The year's demand and people as effects that last the whole horizon. */
function errorDisruptions(plan: Plan, year: number, demand: number, people: number): Disruption[] {
  const scope = { of: 'world' as const };
  const holdDays = plan.calendar.weeks * 7;
  const curve = { delayDays: 0, rampDays: 0, holdDays, recoveryDays: 0, recoveryShape: 'linear' as const };
  const effects: Effect[] = [];
  if (demand !== 1) effects.push({ kind: 'demand', factor: demand, scope, curve });
  if (people < 1) effects.push({ kind: 'absence', absentShare: (1 - people) as never, scope, curve });
  if (effects.length === 0) return [];
  return [
    {
      id: `year-${year}-demand-and-people`,
      name: 'Demand and people other than planned',
      description: '',
      startDate: plan.calendar.startDate,
      effects,
    },
  ];
}
