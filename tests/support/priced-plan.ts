import { tinyDocument } from './tiny-plan';

interface Changes {
  readonly weeks?: number;
  readonly heads?: number;
  readonly inflation?: number;
  readonly drift?: number;
  readonly basis?: string;
  readonly minimum?: number;
  /** No figure is a range. */
  readonly sure?: boolean;
}

type Entry = Record<string, unknown>;

/** The tiny plan with everything that money can be told: costs of every kind, value, ranges, budgets, a case, a scenario. */
export function pricedDocument(changes: Changes = {}): Record<string, unknown> {
  const {
    weeks = 60,
    heads = 25,
    inflation = 0.03,
    drift = 0.02,
    basis = 'hour',
    minimum = 6000,
    sure = false,
  } = changes;
  const about = { source: 'A guess', grade: 'opinion' };
  const range = (low: number, likely: number, high: number) => (sure ? likely : [low, likely, high]);
  const document = tinyDocument();
  const [voice, email] = document.streams as Entry[];
  const [own, vendor] = document.providers as Entry[];
  const [berlin, manila] = document.sites as Entry[];
  const [berliners, manilans] = document.teams as Entry[];
  const [home] = document.markets as Entry[];
  return {
    ...document,
    calendar: { ...(document.calendar as Entry), weeks },
    markets: [
      {
        ...home,
        churn: {
          perAbandonedContact: 0.05,
          ...(sure ? {} : { perAbandonedContactRange: [0.02, 0.1] }),
          valuePerCustomer: 100,
          perMinuteWaited: range(0, 0.001, 0.002),
          perRepeat: range(0, 0.005, 0.01),
          ...about,
        },
      },
    ],
    reasons: [
      {
        id: 'sale',
        name: 'Sale',
        demandKind: 'value',
        automatableShare: 0.3,
        handleTimeFactor: 1,
        department: 'Sales',
        valuePerContact: 20,
        ...(sure ? {} : { valuePerContactRange: [12, 30] }),
        retention: { leaverShare: 0.1, saveShare: range(0.1, 0.2, 0.3), ...about },
        ...about,
      },
      {
        id: 'fault',
        name: 'Fault',
        demandKind: 'failure',
        automatableShare: 0.6,
        handleTimeFactor: 1.2,
        department: 'Works',
        valuePerContact: 0,
        insight: { mostPerYear: range(10_000, 20_000, 40_000), contactsToHalf: 200_000, ...about },
        ...about,
      },
    ],
    streams: [
      {
        ...voice,
        reasons: [
          { reason: 'sale', share: 0.25 },
          { reason: 'fault', share: 0.75 },
        ],
        worth: { resolutionShare: range(0.6, 0.7, 0.8), ...about },
      },
      { ...email, worth: { resolutionShare: 0.8, valuePerContact: 2, ...about } },
    ],
    platforms: [
      { id: 'ccaas', name: 'Voice platform', kind: 'ccaas', cost: { perHeadMonth: 100, perHandlingHour: 0.5 } },
    ],
    providers: [
      own,
      {
        ...vendor,
        contract: {
          ...(vendor!.contract as Entry),
          basis,
          minimumPerMonth: minimum,
          penaltySharePerPoint: 0.01,
          indexationPerYear: inflation,
        },
      },
    ],
    sites: [{ ...berlin, currency: 'CHF' }, manila],
    teams: [
      {
        ...berliners,
        headcount: [{ tenureMonths: 24, heads }],
        hires: [{ date: '2027-01-25', heads: 6 }],
        attritionPerYear: 0.3,
        onboarding: { trainingWeeks: 2, nestingWeeks: 0, nestingSpeed: 1, noShowShare: 0, trainingLossShare: 0 },
        overtime: { maxShare: 0.2, premium: 0.5 },
        byWeek: { extraHours: [0.05] },
        hiring: { minClass: 1, maxClass: 10, leadWeeks: 2, fillRate: 1, costPerHire: 2000, costPerLeaver: 1000 },
      },
      manilans,
    ],
    measures: [
      {
        id: 'page',
        kind: 'pilot',
        name: 'A page',
        on: false,
        scope: { reasons: ['fault'] },
        measured: { pilotCustomers: 5000, pilotContacts: 400, controlCustomers: 5000, controlContacts: 500 },
        rollout: [{ date: '2027-01-11', share: 1 }],
      },
      {
        id: 'robot',
        kind: 'automation',
        name: 'A robot',
        on: false,
        scope: { reasons: ['fault'] },
        startDate: '2027-01-11',
        rampDays: 0,
        attemptShare: 0.2,
        successShare: 0.5,
        easyFirst: 0,
      },
    ],
    scenarios: [
      {
        id: 'dearer',
        name: 'Dearer people',
        edits: [{ path: 'sites/berlin/wage/perHour', value: 24 }],
        moves: [],
        disruptions: ['lockdown-ph'],
      },
    ],
    money: {
      leads: { wageFactor: 1.4, ...about },
      inflation: [{ country: 'DE', wagesPerYear: inflation, pricesPerYear: inflation / 2, ...about }],
      currencies: [{ currency: 'CHF', perUnit: 0.95, changePerYear: drift, ...about }],
      budget: [
        { of: 'all', perMonth: [300_000], ...about },
        { of: 'provider', member: 'vendor', perMonth: [90_000], ...about },
      ],
      attrition: {
        payElasticity: range(0.5, 1, 1.5),
        occupancyElasticity: range(1, 2, 3),
        referenceOccupancy: 0.8,
        ...about,
      },
      amplification: { tells: 9, leaveShare: 0.02, ...about },
      cases: [
        {
          id: 'page',
          name: 'A page',
          measure: 'page',
          startDate: '2027-01-11',
          years: 3,
          investment: range(40_000, 50_000, 80_000),
          runningPerYear: range(5000, 8000, 15_000),
          realizedShare: range(0.5, 0.7, 0.9),
          effectFactor: range(0.6, 1, 1.1),
          contributionKept: 1,
          discountRatePerYear: range(0.07, 0.09, 0.12),
          ...about,
        },
      ],
    },
  };
}
