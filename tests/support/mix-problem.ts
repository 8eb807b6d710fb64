import type { MixProblem } from '../../engine/sourcing';

/** Three teams, two streams, two seasons, two hazards over forty years: small enough to reason about. */
export function smallMix(): MixProblem {
  return {
    seasons: 2,
    teams: [
      { hours: [1000, 1200], cost: 66_000, most: 2, changeCostPerHour: 1 },
      { hours: [900, 900], cost: 36_000, most: 2, changeCostPerHour: 1 },
      { hours: [500, 600], cost: 30_000, most: 2, changeCostPerHour: 1 },
    ],
    streams: [
      { hours: [1200, 1400], contactsPerHour: 10 },
      { hours: [800, 900], contactsPerHour: 6 },
    ],
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
