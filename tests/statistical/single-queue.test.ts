import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { simulateQueue } from '../../engine/answers/simulate-queue';
import { erlangA, erlangC } from '../../engine/queueing';
import { SingleQueue } from '../../engine/simulate';
import { Stopped } from '../../engine/units';
import { hasShared } from '../support/shared-table';

/** Half-widths of a 95 % interval that theory may be away: beyond 2 by chance once in ten thousand. */
const WIDTHS = 2;

type Simulated = ReturnType<typeof simulateQueue>;
const measured = ['service_level', 'abandonment', 'asa_s', 'occupancy', 'wait_probability'] as const;
const named = {
  service_level: 'serviceLevel',
  abandonment: 'abandonment',
  asa_s: 'asaSeconds',
  occupancy: 'occupancy',
  wait_probability: 'waitProbability',
} as const;

function agree(got: Simulated, theory: ReturnType<typeof erlangA>, label: string) {
  for (const name of measured) {
    const { mean, hi95, lo95 } = got[name];
    const half = (hi95 - lo95) / 2;
    const want = theory[named[name]];
    expect(Math.abs(mean - want), `${label} ${name}: ${mean} ± ${half}, theory ${want}`).toBeLessThanOrEqual(
      WIDTHS * half,
    );
  }
}

describe('simulation against Erlang A and C', () => {
  const cases = [
    { arrivalsPerHour: 200, handleTimeSeconds: 180, agents: 11, patienceSeconds: 120, seed: 1 },
    { arrivalsPerHour: 200, handleTimeSeconds: 180, agents: 7, patienceSeconds: 300, seed: 2 },
    { arrivalsPerHour: 5880, handleTimeSeconds: 300, agents: 500, patienceSeconds: 120, seed: 3 },
    { arrivalsPerHour: 30, handleTimeSeconds: 240, agents: 2, patienceSeconds: 60, seed: 4 },
    { arrivalsPerHour: 200, handleTimeSeconds: 180, agents: 14, seed: 5 },
    { arrivalsPerHour: 1000, handleTimeSeconds: 240, agents: 73, seed: 6 },
  ];
  it.each(cases)(
    '40 replications: $agents agents, $arrivalsPerHour an hour, patience $patienceSeconds, seed $seed',
    (one) => {
      const got = simulateQueue({ ...one, contacts: 20_000, replications: 40 });
      const theory = erlangA({ ...one, patienceSeconds: one.patienceSeconds ?? Number.POSITIVE_INFINITY });
      agree(got, theory, `seed ${one.seed}`);
    },
  );

  it.each(cases)('one long run in batches: $agents agents, seed $seed', (one) => {
    const got = simulateQueue({ ...one, contacts: 1_000_000, seed: one.seed + 100 });
    const theory = erlangA({ ...one, patienceSeconds: one.patienceSeconds ?? Number.POSITIVE_INFINITY });
    agree(got, theory, `seed ${one.seed + 100}`);
  });

  it('covers the truth with its 95 % intervals about 95 times in a hundred', () => {
    const input = { arrivalsPerHour: 200, handleTimeSeconds: 180, agents: 11, patienceSeconds: 120 };
    const theory = erlangA(input);
    let covered = 0;
    for (let seed = 1000; seed < 1200; seed++) {
      const { lo95, hi95 } = simulateQueue({ ...input, contacts: 20_000, seed }).service_level;
      if (lo95 <= theory.serviceLevel && theory.serviceLevel <= hi95) covered++;
    }
    // 200 trials at 0.95: standard deviation 3.1.
    expect(covered).toBeGreaterThanOrEqual(180);
    expect(covered).toBeLessThanOrEqual(199);
  });

  it('waits half as long when handle time is constant (Pollaczek and Khinchine, one agent)', () => {
    const input = { arrivalsPerHour: 10, handleTimeSeconds: 180, agents: 1 };
    const exponential = erlangC(input).meanWaitSeconds;
    for (const [cv, seed] of [
      [0, 21],
      [0.5, 22],
      [1.5, 23],
    ] as const) {
      const { mean, lo95, hi95 } = simulateQueue({
        ...input,
        handleTimeCv: cv,
        contacts: 20_000,
        replications: 40,
        seed,
      }).asa_s;
      const want = (exponential * (1 + cv * cv)) / 2;
      expect(Math.abs(mean - want), `cv ${cv}: ${mean}, theory ${want}`).toBeLessThanOrEqual(
        (WIDTHS * (hi95 - lo95)) / 2,
      );
    }
  });

  it('loses fewer to a patience that is constant than to one that is exponential', () => {
    const input = {
      arrivalsPerHour: 200,
      handleTimeSeconds: 180,
      agents: 11,
      patienceSeconds: 120,
      contacts: 400_000,
      seed: 31,
    };
    const constant = simulateQueue({ ...input, patienceCv: 0 });
    expect(constant.abandonment.hi95).toBeLessThan(simulateQueue(input).abandonment.lo95);
  });
});

describe('the simulator', () => {
  const model = {
    arrivalsPerSecond: 0.1,
    handleTimeSeconds: 100,
    handleTimeCv: 1,
    patienceSeconds: 50,
    patienceCv: 1,
    agents: 9,
    targetSeconds: 20,
  };

  it('always gives the same answer to the same seed, another to another', () => {
    const run = (seed: number, replication: number) => new SingleQueue(model, seed, replication).run(5000);
    expect(run(1, 0)).toEqual(run(1, 0));
    expect(run(1, 0)).not.toEqual(run(2, 0));
    expect(run(1, 0)).not.toEqual(run(1, 1));
  });

  it('adds up: stretches of a run are the run', () => {
    const whole = new SingleQueue(model, 5, 0).run(10_000);
    const parts = new SingleQueue(model, 5, 0);
    const first = parts.run(3000);
    const second = parts.run(7000);
    expect(first.answered + second.answered).toBe(whole.answered);
    expect(first.abandoned + second.abandoned).toBe(whole.abandoned);
    expect(first.answered + first.abandoned).toBe(first.offered);
    expect(first.busySeconds + second.busySeconds).toBeCloseTo(whole.busySeconds, 6);
    expect(first.staffedSeconds + second.staffedSeconds).toBeCloseTo(whole.staffedSeconds, 6);
    expect(whole.busySeconds).toBeLessThanOrEqual(whole.staffedSeconds);
  });

  it('shares luck between scenarios: an agent more never makes a contact wait longer in total', () => {
    const fewer = new SingleQueue({ ...model, patienceSeconds: Number.POSITIVE_INFINITY, agents: 11 }, 9, 0).run(
      50_000,
    );
    const more = new SingleQueue({ ...model, patienceSeconds: Number.POSITIVE_INFINITY, agents: 12 }, 9, 0).run(50_000);
    expect(more.staffedSeconds / 12).toBeCloseTo(fewer.staffedSeconds / 11, 6);
    expect(more.answerSeconds).toBeLessThan(fewer.answerSeconds);
  });

  it('reports progress and stops when asked to', () => {
    const seen: number[] = [];
    const options = { arrivalsPerHour: 200, handleTimeSeconds: 180, agents: 12, contacts: 1_000_000, seed: 1 };
    simulateQueue(options, { onProgress: (share) => seen.push(share) });
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.at(-1)).toBe(1);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
    let asked = 0;
    expect(() => simulateQueue(options, { shouldStop: () => ++asked > 3 })).toThrow(Stopped);
  });

  it('says that an overloaded queue without abandonment has no answer of its own', () => {
    const got = simulateQueue({ arrivalsPerHour: 200, handleTimeSeconds: 180, agents: 9, contacts: 1000, seed: 1 });
    expect(got.provenance.warnings[0]).toMatch(/grows for as long as it is simulated/);
  });

  it('refuses bad options, all at once', () => {
    const wrong = {
      arrivalsPerHour: 0,
      handleTimeSeconds: -1,
      agents: 1.5,
      contacts: 3,
      seed: Number.NaN,
      handleTimeCv: -1,
    };
    try {
      simulateQueue(wrong);
      expect.unreachable();
    } catch (fault) {
      expect((fault as { issues: { path: string }[] }).issues.map((one) => one.path)).toEqual([
        'arrivalsPerHour',
        'handleTimeSeconds',
        'agents',
        'contacts',
        'seed',
        'handleTimeCv',
      ]);
    }
  });
});

interface Published {
  readonly mean: number;
  readonly ci_low: number;
  readonly ci_high: number;
}
interface Case {
  readonly id: string;
  readonly inputs: { readonly arrivals_per_min: number; readonly agents: number };
  readonly outputs: Record<string, Published>;
}

const FILE = 'data/simulation_references/cases.json';
describe.skipIf(!hasShared(FILE))(
  'single-queue cases of the ContactCenters library: days of eight hours from empty',
  () => {
    const cases: Case[] = hasShared(FILE)
      ? JSON.parse(readFileSync(new URL(`../../../shared/${FILE}`, import.meta.url), 'utf8')).cases
      : [];
    const DAYS = 1000;

    it.each([
      ['MMC', Number.POSITIVE_INFINITY],
      ['MMCAb', 60],
    ])('%s', (id, patienceSeconds) => {
      const published = cases.find((one) => one.id === id)!;
      const { arrivals_per_min: perMinute, agents } = published.inputs;
      const model = {
        arrivalsPerSecond: perMinute / 60,
        handleTimeSeconds: 120,
        handleTimeCv: 1,
        patienceSeconds,
        patienceCv: 1,
        agents,
        targetSeconds: 20,
      };
      // A day's contacts are Poisson in the source; the mean number from empty is the same to first order.
      const perDay = Math.round(perMinute * 480);
      let inTarget = 0;
      let answered = 0;
      let abandoned = 0;
      let waits = 0;
      for (let day = 0; day < DAYS; day++) {
        const tally = new SingleQueue(model, 77, day).run(perDay);
        inTarget += tally.answeredWithinTarget;
        answered += tally.answered;
        abandoned += tally.abandoned;
        waits += tally.answerSeconds;
      }
      /** Inside the published interval, or within twice its width around it, as its README asks. */
      const inside = (got: number, name: string) => {
        const { mean, ci_low, ci_high } = published.outputs[name]!;
        expect(Math.abs(got - mean), `${id} ${name}: ${got}, published ${mean}`).toBeLessThanOrEqual(
          2 * (ci_high - ci_low),
        );
      };
      inside(inTarget / DAYS, 'calls_answered_within_threshold_per_day');
      inside(inTarget / answered, 'service_level_of_served');
      inside(waits / answered / 60, 'mean_wait_of_served_min');
      if (id === 'MMCAb') inside(abandoned / DAYS, 'abandoned_per_day');
    });
  },
);
