import { expect, test } from 'vitest';
import type { CoverRow, DimensionShare, MemberShare } from '../../engine/answers';
import { verdict } from '../../web/screens/concentration/confirm-columns';
import { coverCells } from '../../web/screens/concentration/cover-columns';
import { rankedBy, shareBy } from '../../web/screens/concentration/measures';
import { nodeKey, readNode } from '../../web/screens/concentration/picked-node';

const member = (name: string, share: number, valueShare: number | null): MemberShare => ({
  ...{ member: name, label: name, share, productiveHours: share * 10, contactShare: 1 - share, contacts: 5 },
  ...{ valueShare, valueAtStake: valueShare, detail: '', sites: [], streams: [] },
});
const metros = {
  dimension: 'metro',
  members: [member('A: north', 0.7, 0.2), member('B', 0.3, 0.8)],
} as unknown as DimensionShare;

test('members are ranked by the measure that is chosen; without values nothing has a share of them', () => {
  expect(rankedBy(metros, 'hours').map((each) => each.member)).toEqual(['A: north', 'B']);
  expect(rankedBy(metros, 'contacts').map((each) => each.member)).toEqual(['B', 'A: north']);
  expect(rankedBy(metros, 'value').map((each) => each.member)).toEqual(['B', 'A: north']);
  expect(shareBy(member('C', 0.5, null), 'value')).toBe(0);
});

test('a node in the address is found by its whole name, and what this plan lacks is nothing', () => {
  expect(readNode([metros], nodeKey('metro', 'A: north'))?.member.member).toBe('A: north');
  for (const key of ['', 'metro', 'metro:', 'site:B', 'metro:<b>']) expect(readNode([metros], key)).toBeNull();
});

test('flow’s figure is within the interval, or so far from its mean', () => {
  const interval = { mean: 200, lo95: 190, hi95: 210 };
  expect(verdict(190, interval)).toBe('within');
  expect(verdict(250, interval)).toBe('25% above');
  expect(verdict(150, interval)).toBe('25% below');
  expect(verdict(1, { mean: 0, lo95: 0, hi95: 0 })).toBe('above');
});

test('the matrix of cover has a line for each stream, level and member in its file', () => {
  const level = { members: [{ member: 'x', label: '=cmd', share: 1, hoursPerWeek: 40 }], effectiveNumber: 1 };
  const levels = { parent: level, provider: level, country: level, metro: level, site: level };
  const row = {
    ...{ stream: 's', name: 'S', skill: 'k', language: 'en', channel: 'voice', contactsPerWeek: 9, hoursPerWeek: 40 },
    ...{ levels, single: 'site', hides: null },
  } as unknown as CoverRow;
  const [head, ...lines] = coverCells([row]);
  expect(lines.map((line) => line[head!.indexOf('level')])).toEqual(['parent', 'provider', 'country', 'metro', 'site']);
  expect(new Set(lines.map((line) => line[head!.indexOf('single_source')]))).toEqual(new Set(['yes']));
});
