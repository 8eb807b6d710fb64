import { expect, test } from 'vitest';
import { evenly } from '../../web/state/earlier-plans';

test('of many revisions some are chosen evenly, the first and last among them', () => {
  const list = Array.from({ length: 10 }, (_, at) => at);
  expect(evenly(list, 4)).toEqual([0, 3, 6, 9]);
  expect(evenly(list, 1)).toEqual([9]);
  expect(evenly(list, 20)).toEqual(list);
  expect(evenly([], 3)).toEqual([]);
});
