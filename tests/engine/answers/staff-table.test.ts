import { describe, expect, it } from 'vitest';
import { staffTable, staffTableColumns, staffTableRows } from '../../../engine/answers';
import { requiredAgentsFractional } from '../../../engine/queueing';
import { InputFault } from '../../../engine/units';

const wide = 'time,voice,chat\n2027-01-04T09:00,40,12\n2027-01-04T09:30,55,0\n2027-01-05T09:00,61.5,9\n';
const fields = {
  handleTimeSeconds: 240,
  patienceSeconds: 120,
  serviceLevel: 0.8,
  targetSeconds: 20,
  maxOccupancy: 0.85,
};
const messages = (file: string, input = {}) => {
  try {
    staffTable(file, input);
  } catch (fault) {
    if (fault instanceof InputFault) return fault.issues.map(({ message }) => message).join('\n');
    throw fault;
  }
  return '';
};

describe('a whole table', () => {
  it('has in every interval what that interval asked alone has, to a millionth of an agent', () => {
    const got = staffTable(wide, {
      fields: { ...fields, intervalMinutes: 30 },
      rows: [['chat', 600, null, null, 60, null, 0.2]],
    });
    expect(staffTableColumns(got)).toEqual(['time', 'voice', 'chat', 'all']);
    const rows = [...staffTableRows(got)];
    const alone = (contacts: number, handleTimeSeconds: number, targetSeconds: number) => {
      const load = { arrivalsPerHour: contacts * 2, handleTimeSeconds, patienceSeconds: 120 };
      const found = requiredAgentsFractional(load, { serviceLevel: 0.8, targetSeconds, maxOccupancy: 0.85 });
      return found.solved ? found.agents : Number.NaN;
    };
    expect(rows.map(([time]) => time)).toEqual(['2027-01-04T09:00', '2027-01-04T09:30', '2027-01-05T09:00']);
    for (const [at, [voice, chat]] of [
      [40, 12],
      [55, 0],
      [61.5, 9],
    ].entries()) {
      expect(rows[at]?.[1]).toBeCloseTo(alone(voice!, 240, 20), 5);
      expect(rows[at]?.[2]).toBeCloseTo(chat === 0 ? 0 : alone(chat!, 600, 60), 5);
    }
    const { answer } = got;
    const hours = rows.reduce((sum, row) => sum + Number(row[3]) / 2, 0);
    expect(answer.figures.find(({ name }) => name === 'agent_hours')?.value).toBeCloseTo(hours, 9);
    expect(answer.tables.find(({ name }) => name === 'days')?.rows.map(([day]) => day)).toEqual([
      '2027-01-04',
      '2027-01-05',
    ]);
    for (const { explanation } of answer.figures) expect(explanation?.inputs.length).toBeGreaterThan(5);
  });

  it('reads a long table as the forecast writes it, gaps and the hour that comes twice included', () => {
    const long = [
      'series,timestamp,mean,lo80,hi80',
      'a,2027-10-31T02:00,10,8,12',
      'a,2027-10-31T02:30,11,8,12',
      'a,2027-10-31T02:00,12,8,12',
      'a,2027-10-31T02:30,13,8,12',
      'b,2027-10-31T02:30,5,4,6',
    ].join('\n');
    const { table } = staffTable(long, {});
    expect(table.intervalMinutes).toBe(30);
    expect(table.times).toHaveLength(4);
    expect(Array.from(table.streams[0]!.contacts).sort()).toEqual([10, 11, 12, 13]);
    expect(table.notes[0]).toMatch(/^3 times without a row/);
    expect(
      messages('stream,timestamp,contacts\na,2027-01-04T12:00,1\na,2027-01-04T12:00,2\na,2027-01-04T12:30,2'),
    ).toMatch(/line 3.*once/);
  });

  it('says where a file is wrong, and asks for the interval where times don’t tell it', () => {
    expect(messages('time,a,b\n2027-01-04T09:00,4,x\n2027-01-04T09:30,,-2')).toMatch(
      /line 2, column b[\s\S]*line 3, column a[\s\S]*line 3, column b/,
    );
    expect(messages('time,a\nmorning,4\nnoon,5')).toMatch(/interval/);
    expect(
      staffTable('time,a\nmorning,4\nnoon,5', { fields: { intervalMinutes: 240 } }).answer.tables[1]?.rows,
    ).toHaveLength(1);
    expect(messages(wide, { rows: [['fax', 1, null, null, null, null, null]] })).toMatch(
      /row 1, column stream.*voice, chat/,
    );
    expect(messages('')).not.toBe('');
  });

  it('can be stopped, and reports how far it is', () => {
    const shares: number[] = [];
    staffTable(wide, { fields: { intervalMinutes: 30 } }, { onProgress: (share) => shares.push(share) });
    expect(shares[0]).toBe(0);
    expect(Math.max(...shares)).toBeGreaterThan(0.9);
    expect(() => staffTable(wide, { fields: { intervalMinutes: 30 } }, { shouldStop: () => true })).toThrow(/Stopped/);
  });
});
