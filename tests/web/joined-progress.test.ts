import { expect, test } from 'vitest';
import { JoinedProgress, ProgressCell } from '../../web/work/progress-source';

test('two calculations side by side are one bar: their shares of the whole, and the label of the one that lags', () => {
  const [one, other] = [new ProgressCell(), new ProgressCell()];
  const both = new JoinedProgress([
    { source: one, weight: 0.75 },
    { source: other, weight: 0.25 },
  ]);
  let told = 0;
  const end = both.subscribe(() => told++);
  expect(both.get()).toBeNull();
  one.set({ share: 0.8, label: 'first' });
  expect(both.get()).toEqual({ share: expect.closeTo(0.6, 12), label: 'first' });
  // The same object until something changes, or a screen that watches it would be drawn for ever.
  expect(both.get()).toBe(both.get());
  other.set({ share: 0.4, label: 'second' });
  expect(both.get()).toEqual({ share: expect.closeTo(0.7, 12), label: 'second' });
  end();
  one.set(null);
  expect(told).toBe(2);
});
