import { describe, expect, it } from 'vitest';
import { trackBacklog } from '../../../engine/answers';
import { readPlan } from '../../../engine/plan';
import { tinyDocument } from '../../support/tiny-plan';

/** The tiny plan with handle times so many times as long. */
function stretched(factor: number) {
  const document = tinyDocument() as { streams: { handleTime: { meanSeconds: number } }[] };
  for (const stream of document.streams) stream.handleTime.meanSeconds *= factor;
  return readPlan(document);
}

describe('backlog and age over a plan', () => {
  it.each([
    ['slack', 1],
    ['overload', 6],
  ])('%s: contacts are conserved, and age says what is overdue', (_name, factor) => {
    const plan = stretched(factor);
    const { days, streams } = trackBacklog(plan);
    expect(streams.map(({ id }) => id)).toEqual(
      plan.streams.filter(({ target }) => target.kind === 'complete-within').map(({ id }) => id),
    );
    const [stream] = streams;
    const hours = stream!.hoursToComplete;
    let left = 0;
    days.forEach((_, day) => {
      left += stream!.arrived[day]! - stream!.finished[day]!;
      expect(Math.abs(left - stream!.open[day]!)).toBeLessThan(1e-6 * (1 + left));
      const [oldest, overdue] = [stream!.oldestHours[day]!, stream!.overdue[day]!];
      expect(oldest > 0).toBe(stream!.open[day]! > 1e-6);
      if (overdue > 1e-3) expect(oldest).toBeGreaterThan(hours);
      if (oldest > hours + 0.5) expect(overdue).toBeGreaterThan(0);
      expect(overdue).toBeLessThanOrEqual(stream!.open[day]! + 1e-9);
      // Nothing ages by more than a day in a day.
      if (day > 0) expect(oldest - stream!.oldestHours[day - 1]!).toBeLessThanOrEqual(24);
    });
    expect(Math.max(...stream!.oldestHours) > hours).toBe(factor > 1);
  });
});
