import { describe, expect, it } from 'vitest';
import { answerErlangCases } from '../../../engine/answers/erlang-cases';
import { erlangA, erlangC } from '../../../engine/queueing';
import { InputFault, Stopped } from '../../../engine/units';

const COLUMNS = [
  'model',
  'arrivals_per_hour',
  'handle_time_s',
  'agents',
  'patience_s',
  'target_s',
  'service_level_target',
];
const RESULTS = ['wait_probability', 'service_level', 'asa_s', 'mean_wait_s', 'abandonment', 'blocking', 'occupancy'];

/** The answer as records by column. */
function answer(columns: readonly string[], rows: readonly (readonly string[])[], options = {}) {
  const got = answerErlangCases(columns, rows, options);
  return {
    ...got,
    records: got.rows.map((row) => Object.fromEntries(got.columns.map((column, i) => [column, row[i]!]))),
  };
}

function issuesOf(run: () => unknown) {
  try {
    run();
  } catch (fault) {
    expect(fault).toBeInstanceOf(InputFault);
    return (fault as InputFault).issues.map((one) => `${one.path}: ${one.found}`);
  }
  throw new Error('no fault');
}

describe('a table of cases', () => {
  it('comes back with its results, at full precision, in the documented order', () => {
    const got = answer(COLUMNS, [
      ['C', '200', '180', '14', '', '20', ''],
      ['A', '200', '180', '11', '120', '20', ''],
      ['B', '200', '180', '14', '', '', ''],
    ]);
    expect(got.columns.slice(0, COLUMNS.length + RESULTS.length)).toEqual([...COLUMNS, ...RESULTS]);
    const queue = { arrivalsPerHour: 200, handleTimeSeconds: 180 };
    const byC = erlangC({ ...queue, agents: 14 });
    expect(Number(got.records[0]!.service_level)).toBe(byC.serviceLevel);
    expect(Number(got.records[0]!.asa_s)).toBe(byC.asaSeconds);
    const byA = erlangA({ ...queue, agents: 11, patienceSeconds: 120 });
    expect(Number(got.records[1]!.abandonment)).toBe(byA.abandonment);
    expect(Number(got.records[1]!.mean_wait_s)).toBe(byA.meanWaitSeconds);
    expect(Number(got.records[2]!.blocking)).toBeCloseTo(0.05681914, 8);
    expect(got.records[0]).toMatchObject({ model: 'C', agents: '14', offered_erlangs: '10' });
    expect(got.provenance.method).toMatch(/Answered within target, of all offered/);
  });

  it('fills in agents where they are empty, the same as asking for that number', () => {
    const got = answer(COLUMNS, [
      ['C', '200', '180', '', '', '20', '0.8'],
      ['C', '200', '180', '14', '', '20', ''],
      ['A', '200', '180', '', '300', '20', '0.8'],
    ]);
    expect(got.records.map((record) => record.agents)).toEqual(['14', '14', '13']);
    for (const name of RESULTS) expect(got.records[0]![name]).toBe(got.records[1]![name]);
  });

  it('solves for several targets, and adds the column of agents when there is none', () => {
    const columns = [
      'model',
      'arrivals_per_hour',
      'handle_time_s',
      'patience_s',
      'max_occupancy',
      'max_abandonment',
      'max_asa_s',
    ];
    const got = answer(columns, [
      ['A', '200', '180', '120', '0.7', '', ''],
      ['A', '200', '180', '120', '', '0.01', ''],
      ['C', '200', '180', '', '', '', '120'],
    ]);
    expect(got.columns).toContain('agents');
    expect(Number(got.records[0]!.occupancy)).toBeLessThanOrEqual(0.7);
    expect(Number(got.records[1]!.abandonment)).toBeLessThanOrEqual(0.01);
    expect(got.records[2]!.agents).toBe('12');
  });

  it('answers finite queues, with and without patience, and solves them', () => {
    const columns = [...COLUMNS, 'capacity'];
    const got = answer(columns, [
      ['MMnK', '200', '180', '14', '', '20', '', '20'],
      ['M/M/n/K', '200', '180', '14', '120', '20', '', '20'],
      ['mmnk', '200', '180', '', '', '20', '0.8', '20'],
    ]);
    expect(Number(got.records[0]!.blocking)).toBeGreaterThan(0);
    expect(Number(got.records[1]!.abandonment)).toBeGreaterThan(0);
    expect(got.records[2]!.agents).toBe('13');
  });

  it('takes sloppy tables: byte-order mark, case, spaces, short rows, blank rows, exponents, unknown columns', () => {
    const got = answer(
      ['\ufeffMODEL', ' Arrivals per hour ', 'Handle-Time_S', 'AGENTS', 'Note', '__proto__'],
      [
        [' erlang c ', '2e2', '180.0', ' 14 ', 'a, "b"', 'x'],
        ['', '  ', ''],
        ['c', '200', '180', '14'],
      ],
    );
    expect(got.rows).toHaveLength(2);
    expect(got.columns.slice(0, 6)).toEqual([
      '\ufeffMODEL',
      ' Arrivals per hour ',
      'Handle-Time_S',
      'AGENTS',
      'Note',
      '__proto__',
    ]);
    expect(got.rows[0]!.slice(0, 6)).toEqual([' erlang c ', '2e2', '180.0', ' 14 ', 'a, "b"', 'x']);
    expect(got.rows[1]![got.columns.indexOf('service_level')]).toBe(got.rows[0]![got.columns.indexOf('service_level')]);
  });

  it('gives the same when its own output is fed back', () => {
    const first = answerErlangCases(COLUMNS, [['A', '200', '180', '', '120', '20', '0.8']]);
    expect(answerErlangCases(first.columns, first.rows)).toEqual(first);
  });

  it('writes an unstable queue as infinite waits and service level 0', () => {
    const got = answer(COLUMNS, [['C', '200', '180', '9', '', '20', '']]);
    expect(got.records[0]).toMatchObject({
      wait_probability: '1',
      service_level: '0',
      asa_s: 'Infinity',
      mean_wait_s: 'Infinity',
    });
  });

  it('names the service level that it was asked for', () => {
    const row = ['A', '200', '180', '9', '120', '20', ''];
    const over = answer(COLUMNS, [row], { serviceLevelDefinition: 'answered-over-answered' });
    const plain = answer(COLUMNS, [row]);
    expect(Number(over.records[0]!.service_level)).toBeGreaterThan(Number(plain.records[0]!.service_level));
    expect(over.provenance.method).toMatch(/of all answered/);
    expect(issuesOf(() => answer(COLUMNS, [row], { serviceLevelDefinition: 'best' }))).toEqual([
      'service-level: "best"',
    ]);
  });

  it('leaves rows that no staffing solves empty, and says which limit forbids them', () => {
    const columns = [...COLUMNS, 'max_agents', 'capacity'];
    const got = answer(
      columns,
      [
        ['A', '200', '180', '', '120', '20', '0.8', '8', ''],
        ['C', '200', '180', '', '', '20', '1', '', ''],
        ['MMnK', '200', '180', '', '', '20', '0.9', '', '9'],
        ['C', '200', '180', '', '', '20', '0.8', '', ''],
      ],
      { lineNumbers: [3, 7, 8, 9] },
    );
    expect(got.unsolved.map(({ line, limit }) => [line, limit])).toEqual([
      [3, 'maxAgents'],
      [7, 'serviceLevel'],
      [8, 'capacity'],
    ]);
    expect(got.records[0]).toMatchObject({ agents: '', service_level: '' });
    expect(got.records[3]).toMatchObject({ agents: '14' });
  });

  it('stops when asked to', () => {
    expect(() => answerErlangCases(COLUMNS, [['C', '200', '180', '14']], {}, { shouldStop: () => true })).toThrow(
      Stopped,
    );
  });
});

describe('wrong cells', () => {
  it.each([
    ['1,000', '"1,000"'],
    ['-1', '"-1"'],
    ['NaN', '"NaN"'],
    ['Infinity', '"Infinity"'],
    ['0x10', '"0x10"'],
    ['1e400', '"1e400"'],
    ['abc', '"abc"'],
    ['', 'nothing'],
    ['١٢', '"١٢"'],
    ['1 000', '"1 000"'],
  ])('refuses %j as arrivals', (text, found) => {
    expect(issuesOf(() => answer(COLUMNS, [['C', text, '180', '14']]))).toEqual([
      `row 2, column arrivals_per_hour: ${found}`,
    ]);
  });

  it('are all reported at once, with the line of the file', () => {
    const rows = [
      ['Z', '200', '0', '14', '', '', ''],
      ['A', '200', '180', '11', '', '', ''],
      ['C', '200', '180', '', '', '', ''],
      ['C', '200', '180', '', '', '', '80'],
      ['C', '200', '180', '14', '', '', '', 'stray'],
    ];
    expect(issuesOf(() => answer(COLUMNS, rows, { lineNumbers: [2, 4, 5, 6, 9] }))).toEqual([
      'row 2, column model: "Z"',
      'row 2, column handle_time_s: "0"',
      'row 4, column patience_s: nothing',
      'row 5, column agents: nothing',
      'row 6, column service_level_target: "80"',
      'row 9, column 8: "stray"',
    ]);
  });

  it('of the header too: missing and repeated columns', () => {
    expect(issuesOf(() => answer(['model', 'Model', 'agents'], []))).toEqual([
      'row 1, column model: "Model"',
      'row 1, column arrivals_per_hour: nothing',
      'row 1, column handle_time_s: nothing',
    ]);
  });

  it('of a finite queue: its capacity must hold its agents', () => {
    expect(issuesOf(() => answer([...COLUMNS, 'capacity'], [['MMnK', '200', '180', '14', '', '', '', '9']]))).toEqual([
      'row 2, column capacity: "9"',
    ]);
  });
});
