import { describe, expect, it } from 'vitest';
import { answerCalculation, CALCULATIONS, type CalculationInput, rowsByColumn } from '../../../engine/answers';
import { compareDegradation, erlangA, percentilePlan } from '../../../engine/queueing';
import { InputFault } from '../../../engine/units';

const issuesOf = (name: string, input: CalculationInput) => {
  try {
    answerCalculation(name, input);
  } catch (fault) {
    if (fault instanceof InputFault) return fault.issues.map(({ path }) => path);
    throw fault;
  }
  return [];
};
const figure = (answer: ReturnType<typeof answerCalculation>, name: string) =>
  answer.figures.find((one) => one.name === name)?.value ?? Number.NaN;

describe.each(CALCULATIONS.map((one) => [one.name, one] as const))('%s', (name, calculation) => {
  const answer = answerCalculation(name);

  it('answers its own example, each figure with formula, method and inputs', () => {
    expect(answer.unsolved).toBeNull();
    expect(answer.figures.length).toBeGreaterThan(2);
    for (const { value, explanation } of answer.figures) {
      expect(Number.isFinite(value)).toBe(true);
      expect(explanation?.value).toBe(value);
      expect(explanation?.formula.length).toBeGreaterThan(5);
      expect(explanation?.method).toMatch(/\d{4}|first in first out/);
      expect(explanation?.inputs.length).toBeGreaterThan(1);
    }
    expect(answer.headline).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('has tables and charts whose rows and points are all there', () => {
    for (const { columns, rows } of answer.tables) {
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
    for (const { x, series } of answer.charts) {
      for (const { values } of series) expect(values).toHaveLength(x.values.length);
    }
  });

  it('refuses every number that is out of range, at its place', () => {
    for (const [field, { min, max, empty }] of Object.entries(calculation.fields)) {
      for (const wrong of [min - 1, max * 2 + 1, Number.NaN, 'much', ...(empty === undefined ? [null] : [])]) {
        expect(issuesOf(name, { fields: { [field]: wrong } }), `${field} ${wrong}`).toEqual([field]);
      }
    }
    expect(issuesOf(name, { fields: { constructor: 1 } })).toEqual(['constructor']);
    for (const choice of Object.keys(calculation.choices)) {
      expect(issuesOf(name, { fields: { [choice]: 'neither' } })).toEqual([choice]);
    }
    if (!calculation.table) return;
    expect(issuesOf(name, { rows: [] })).toEqual(['table']);
    const bad = calculation.table.usual.map((row) => row.map((cell) => (typeof cell === 'number' ? -cell - 1 : cell)));
    const numbers = calculation.table.columns.filter(({ text }) => !text).map((column) => column.name);
    const given = numbers.filter(
      (_, at) => calculation.table!.usual[0]!.filter((cell) => typeof cell === 'number')[at] !== undefined,
    );
    expect(issuesOf(name, { rows: bad, lineNumbers: bad.map((_, at) => at + 2) })).toEqual(
      expect.arrayContaining(given.map((column) => `row 2, column ${column}`)),
    );
  });
});

describe('figures are those of the functions behind them', () => {
  it('overload: each policy’s cost', () => {
    const { values } = { values: [24, 24, 30] };
    const rows = [
      [100, values[0]!],
      [260, values[1]!],
      [90, values[2]!],
    ];
    const answer = answerCalculation('overload', { fields: { perLostContact: 20, waitingPlaces: 4 }, rows });
    const direct = compareDegradation({
      arrivalsPerHour: rows.map(([contacts]) => contacts! * 2),
      agents: rows.map(([, agents]) => agents!),
      intervalMinutes: 30,
      handleTimeSeconds: 300,
      patienceSeconds: 180,
      redialShare: 0.4,
      serviceLevel: 0.8,
      targetSeconds: 20,
      callBack: { acceptShare: 0.6, handleTimeFactor: 1.15, reachedShare: 0.85 },
      defer: { acceptShare: 0.45, handleTimeFactor: 0.8, reachedShare: 0.95 },
      waitingPlaces: 4,
      costs: { perLostContact: 20, perWaitingHour: 15, perPostponedContact: 0.5, perAgentHour: 28 },
    });
    expect(answer.figures.map(({ value }) => value)).toEqual(direct.map(({ cost }) => cost.total));
  });

  it('uncertain days: the sum over streams', () => {
    const answer = answerCalculation('uncertain-days', {
      fields: { shareOfDays: 0.95, hold: 'all', common: 0.5 },
      rows: [['voice', 1000, 240, 120, 0.8, 20, 0.1]],
    });
    const load = { arrivalsPerHour: 1000, handleTimeSeconds: 240, patienceSeconds: 120 };
    const stream = { name: 'voice', load, targets: { serviceLevel: 0.8, targetSeconds: 20 }, dailyVariation: 0.1 };
    expect(figure(answer, 'agents')).toBe(
      percentilePlan({ streams: [stream], shareOfDays: 0.95, common: 0.5, hold: 'all' }).agents,
    );
    expect(figure(answer, 'agents')).toBeCloseTo(76.4, 1);
  });

  it('repeat contacts: nobody back is Erlang A; everybody back is no balance', () => {
    const alone = answerCalculation('repeat-contacts', { rows: [['a', 200, 180, 11, 120, 0, 0, null]] });
    const direct = erlangA({ arrivalsPerHour: 200, handleTimeSeconds: 180, agents: 11, patienceSeconds: 120 });
    expect(figure(alone, 'service_level')).toBe(direct.serviceLevel);
    const never = answerCalculation('repeat-contacts', { rows: [['a', 200, 180, 8, 120, 1, 0, null]] });
    expect(never.unsolved?.reason).toMatch(/tries again/);
    expect(issuesOf('repeat-contacts', { rows: [['a', 1, 1, 1, 1, 0, 0, 'b']] })).toEqual(['row 1, column back_to']);
  });

  it('resolution: the optimum is lowest on its own curve, and rising times are asked for', () => {
    const answer = answerCalculation('resolution');
    const curve = answer.tables[0]!.rows.map((row) => Number(row[3]));
    expect(figure(answer, 'agents')).toBeLessThanOrEqual(Math.min(...curve));
    expect(
      issuesOf('resolution', {
        rows: [
          [300, 0.5],
          [200, 0.6],
        ],
      }),
    ).toEqual(['row 2, column handle_time_s']);
  });

  it('a day that changes: corrected staffing stays within two points of the target', () => {
    const answer = answerCalculation('changing-day');
    expect(figure(answer, 'worst_level_iterative')).toBeGreaterThan(0.78);
    expect(figure(answer, 'worst_level_stationary')).toBeLessThan(0.75);
  });

  it('work that can wait: agents at hand answer what the agents found promised', () => {
    const found = answerCalculation('backlog');
    const back = answerCalculation('backlog', { fields: { agents: figure(found, 'agents') } });
    expect(figure(back, 'share_in_time')).toBeCloseTo(0.95, 6);
    expect(figure(answerCalculation('backlog', { fields: { agents: 5 } }), 'largest_backlog')).toBeGreaterThan(
      figure(found, 'largest_backlog'),
    );
  });

  it('blending: too few agents for calls is a result, not a fault', () => {
    expect(answerCalculation('blending', { fields: { agents: 8 } }).unsolved?.limit).toBe('agents');
  });
});

it('finds a file’s columns by name in any order, and says which it does not use', () => {
  const { table } = CALCULATIONS.find(({ name }) => name === 'overload')!;
  const got = rowsByColumn(table!, ['Agents', 'note', '\ufeffCONTACTS'], [['3', 'x', '40']]);
  expect(got).toEqual({ rows: [['40', '3']], unused: ['note'] });
  expect(() => rowsByColumn(table!, ['contacts'], [])).toThrow(/agents/);
  expect(() => answerCalculation('tea-leaves')).toThrow(/overload/);
});
