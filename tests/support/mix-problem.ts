import type { MixProblem } from '../../engine/sourcing';

/** Three teams, two streams, two seasons, two hazards over forty years: small enough to reason about. */
export function smallMix(): MixProblem {
  const team = (hours: number[], cost: number) => ({
    today: 1,
    hours,
    work: hours,
    calm: hours,
    cost,
    most: 2,
    changeCostPerHour: 1,
    openingCost: 0,
  });
  const stream = (hours: number[], contactsPerHour: number) => ({ calm: hours, hours, contactsPerHour });
  return {
    seasons: 2,
    blocks: 2,
    teams: [team([1000, 1200], 66_000), team([900, 900], 36_000), team([500, 600], 30_000)],
    contracts: [],
    fixedCost: 0,
    streams: [stream([1200, 1400], 10), stream([800, 900], 6)],
    edges: [
      { team: 0, stream: 0, speed: 1 },
      { team: 0, stream: 1, speed: 0.9 },
      { team: 1, stream: 0, speed: 0.95 },
      { team: 1, stream: 1, speed: 1 },
      { team: 2, stream: 1, speed: 1 },
    ],
    limits: [
      { id: 'cap', label: 'Cheap place', kind: 'max-share', teams: [1], limit: 0.45 },
      { id: 'floor', label: 'Own people', kind: 'min-share', teams: [0], limit: 0.3 },
      { id: 'seats', label: 'Seats', kind: 'seats', teams: [0], limit: 1.2 },
    ],
    hazards: [{ left: [1, 0.2, 1] }, { left: [0.3, 1, 0.3] }],
    years: Array.from({ length: 40 }, (_, year) =>
      year % 4 === 0
        ? [{ hazard: year % 8 === 0 ? 0 : 1, season: year % 3 === 0 ? 1 : 0, part: 0.05 + year / 400 }]
        : [],
    ),
    level: 0.9,
  };
}

/** The same with teams that could be opened, at a cost each: as able as the first, and cheaper one after the other. */
export function candidateMix(...openingCosts: number[]): MixProblem {
  const problem = smallMix();
  const hours = [300, 300];
  const candidates = openingCosts.map((openingCost, at) => {
    const cost = 9000 - 700 * at;
    return { today: 0, hours, work: hours, calm: hours, cost, most: 1, changeCostPerHour: 1, openingCost };
  });
  return {
    ...problem,
    teams: [...problem.teams, ...candidates],
    edges: [
      ...problem.edges,
      ...candidates.flatMap((_, at) => [
        { team: 3 + at, stream: 0, speed: 1 },
        { team: 3 + at, stream: 1, speed: 0.9 },
      ]),
    ],
    hazards: problem.hazards.map(({ left }) => ({ left: [...left, ...candidates.map(() => 1)] })),
  };
}
