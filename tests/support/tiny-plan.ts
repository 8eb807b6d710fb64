import { type Plan, readPlan } from '../../engine/plan';

/** A small valid plan document: two sites of two providers in two countries, voice and email, four weeks. */
export function tinyDocument(): Record<string, unknown> {
  const flat = (parts: number) => Array.from({ length: parts }, () => 1 / parts);
  const demand = (contactsPerWeek: number) => ({
    kind: 'seasonal',
    contactsPerWeek,
    growthPerYear: 0,
    weekOfYearIndex: Array.from({ length: 53 }, () => 1),
    dayOfWeekShare: flat(7),
    intradayShare: [flat(24)],
  });
  const site = (id: string, provider: string, metro: string, country: string, zone: string, kind: string) => ({
    id,
    name: `Site ${id}`,
    provider,
    kind,
    metro,
    country,
    latitude: 10,
    longitude: 20,
    zone,
    seats: 200,
    openingHours: 'Mo-Su 08:00-20:00',
    holidays: [],
    wage: { perHour: 20, benefitsShare: 0.2 },
    facilityCostPerSeatMonth: 100,
    platforms: ['ccaas'],
    workAtHome: {
      eligibleShare: 0.6,
      emergency: { daysToHalf: 7, rampDays: 10, productivity: 0.8 },
      engineered: { daysToHalf: 1, rampDays: 2, productivity: 1 },
    },
  });
  const team = (id: string, where: string, heads: number) => ({
    id,
    name: `Team ${id}`,
    site: where,
    skills: [{ skill: 'care', proficiency: 1 }],
    languages: ['en'],
    channels: ['voice', 'email'],
    headcount: [{ tenureMonths: 24, heads }],
    hires: [],
    attritionPerYear: 0,
    paidHoursPerWeek: 40,
    shrinkage: { inOffice: 0.15, outOfOffice: 0.1 },
    learning: { firstMonthSpeed: 0.5, monthsToFullSpeed: 6 },
    spanOfControl: 12,
  });
  return {
    format: 'ballast-plan',
    version: 1,
    id: 'tiny',
    name: 'Tiny plan',
    currency: 'EUR',
    calendar: { startDate: '2027-01-04', weeks: 4, intervalMinutes: 30, zone: 'Europe/Berlin', weekRule: 'iso' },
    markets: [
      {
        id: 'home',
        name: 'Home',
        country: 'DE',
        zone: 'Europe/Berlin',
        openingHours: 'Mo-Su 08:00-20:00',
        holidays: [],
        customers: 100000,
        churn: { perAbandonedContact: 0.05, valuePerCustomer: 100 },
      },
    ],
    reasons: [],
    streams: [
      {
        id: 'voice-en',
        name: 'English voice',
        market: 'home',
        language: 'en',
        skill: 'care',
        channel: 'voice',
        demand: demand(10000),
        dailyVariation: 0.1,
        handleTime: { meanSeconds: 300, coefficientOfVariation: 1 },
        patienceSeconds: 120,
        target: { kind: 'answer-within', share: 0.8, seconds: 20 },
        priority: 1,
        maxOccupancy: 0.9,
        redialShare: 0.4,
      },
      {
        id: 'email-en',
        name: 'English email',
        market: 'home',
        language: 'en',
        skill: 'care',
        channel: 'email',
        demand: demand(2000),
        dailyVariation: 0.1,
        handleTime: { meanSeconds: 400, coefficientOfVariation: 1 },
        patienceSeconds: null,
        target: { kind: 'complete-within', share: 0.9, hours: 24 },
        priority: 2,
        maxOccupancy: 0.95,
        redialShare: 0,
      },
    ],
    platforms: [{ id: 'ccaas', name: 'Voice platform', kind: 'ccaas' }],
    providers: [
      { id: 'own', name: 'Own company', kind: 'in-house' },
      {
        id: 'vendor',
        name: 'Vendor',
        kind: 'outsourcer',
        contract: { basis: 'hour', price: 15, rampNoticeWeeks: 6, surgePremium: 0.25, exitNoticeWeeks: 26 },
      },
    ],
    sites: [
      site('berlin', 'own', 'Berlin', 'DE', 'Europe/Berlin', 'in-house'),
      site('manila', 'vendor', 'Metro Manila', 'PH', 'Asia/Manila', 'offshore'),
    ].map((entry) => (entry.id === 'manila' ? { ...entry, openingHours: '24/7' } : entry)),
    teams: [team('berlin-care', 'berlin', 25), team('manila-care', 'manila', 25)],
    routing: [],
    hazards: [],
    policies: {
      limits: [{ dimension: 'country', maxShare: 0.45 }],
      recoveryDays: { site: 5, metro: 5, country: 10, provider: 7, platform: 3 },
    },
    disruptions: [
      {
        id: 'lockdown-ph',
        name: 'Lockdown in the Philippines',
        description: 'Buildings close; people move home.',
        startDate: '2027-01-11',
        effects: [
          {
            kind: 'capacity',
            affects: 'seats',
            lossShare: 1,
            scope: { of: 'country', member: 'PH' },
            curve: { delayDays: 0, rampDays: 0, holdDays: 7, recoveryDays: 2, recoveryShape: 'linear' },
          },
          {
            kind: 'work-at-home',
            conversion: 'emergency',
            scope: { of: 'country', member: 'PH' },
            curve: { delayDays: 0, rampDays: 0, holdDays: 9, recoveryDays: 0, recoveryShape: 'linear' },
          },
        ],
      },
    ],
    scenarios: [],
    histories: [],
  };
}

export const tinyPlan = (): Plan => readPlan(tinyDocument());
