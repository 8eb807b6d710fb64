import { describe, expect, it } from 'vitest';
import { calculateQueue } from '../../../engine/answers';
import { bindingWords, duration, exactShare, gapWords, patientWords, points, slopeWords } from '../../../web/queue';

const asked = {
  channel: 'voice',
  contacts: 100,
  intervalMinutes: 30,
  handleTimeSeconds: 180,
  targetShare: 0.8,
  targetSeconds: 20,
  shrinkage: 0.3,
} as const;

describe('words of the calculator', () => {
  it('says what one more agent buys and one fewer costs', () => {
    const { curve, slope } = calculateQueue(asked);
    expect(slopeWords(curve, slope)).toBe(
      'One more agent buys 5.3 points of service level (94.15%); one fewer costs 9.3 points (79.56%).',
    );
    expect(slopeWords([], null)).toBe('');
  });

  it('says so where more agents hardly help, and where there is none to take away', () => {
    const many = calculateQueue({ ...asked, agents: 40 }).atHand!;
    expect(slopeWords(many.curve, many.slope)).toContain('buys less than 0.1 points');
    const nobody = calculateQueue({ ...asked, patienceSeconds: 60, agents: 0 }).atHand!;
    expect(slopeWords(nobody.curve, nobody.slope)).not.toContain('fewer');
  });

  it('compares with Erlang C', () => {
    const answer = calculateQueue({ ...asked, patienceSeconds: 120 });
    const words = patientWords(calculateQueue(asked), answer);
    expect(words).toBe(`It asks for 14 agents (${14 - answer.staff!.agentsWhole} more), 20 paid: 88.84%, ASA 7.84 s.`);
    const few = calculateQueue({ ...asked, agents: 9 });
    expect(patientWords(few, few)).toContain('grows without end');
  });

  it('names the target that binds', () => {
    expect(bindingWords(calculateQueue(asked))).toBe('13 agents would miss the target for service level (79.56%).');
    const capped = calculateQueue({ ...asked, contacts: 4000, patienceSeconds: 120, maxOccupancy: 0.85 });
    expect(bindingWords(capped)).toMatch(/^\d+ agents would miss the target for occupancy \(85\.\d\d%\)\.$/);
    const both = calculateQueue({ ...asked, targetShare: 0.88, maxAsaSeconds: 8 });
    expect(bindingWords(both)).toMatch(/service level \(79\.56%\) and average speed of answer \(17\.12 s\)/);
    expect(bindingWords(calculateQueue({ ...asked, contacts: 0 }))).toBe('');
    expect(bindingWords(calculateQueue({ ...asked, agents: 3 }))).toBe('');
  });

  it('says how far the agents at hand are from those needed', () => {
    expect(gapWords(11, 14)).toBe('14 needed: 3 short');
    expect(gapWords(14, 14)).toBe('14 needed: just enough');
    expect(gapWords(16, 14)).toBe('14 needed: 2 more than needed');
    expect(gapWords(16, null)).toContain('No number');
  });

  it('gives waits in the unit in which they are short, and never a bare null', () => {
    expect([7.836, 599, 1800, 90_000].map(duration)).toEqual(['7.84 s', '599 s', '30 min', '25 h']);
    expect(duration(null)).toBe('without end');
    expect(exactShare(0.888354)).toBe('88.84%');
    expect(exactShare(null)).toBe('–');
    expect([points(1), points(1.84), points(-9.32)]).toEqual(['1 point', '1.8 points', '9.3 points']);
  });
});
