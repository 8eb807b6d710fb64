import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ADDRESS_VERSION,
  choiceField,
  dateField,
  listField,
  numberField,
  readPath,
  readView,
  SCREENS,
  textField,
  writePath,
  writeView,
} from '../../web/address';

const SPEC = {
  pick: textField(),
  figure: choiceField(['service', 'backlog'], 'service'),
  share: numberField(20, 0, 100),
  from: dateField(),
  streams: listField(),
};

describe('the address', () => {
  it('names plan and screen, and comes back as it went', () => {
    for (const screen of SCREENS)
      expect(readPath(writePath('farwater', screen))).toEqual({ planId: 'farwater', screen });
  });

  it('opens the overview where no screen is named, and no plan at the root', () => {
    expect(readPath('/plans/farwater')).toEqual({ planId: 'farwater', screen: 'overview' });
    expect(readPath('/')).toEqual({ planId: null, screen: 'overview' });
  });

  it.each([
    '/plans',
    '/plans/../x',
    '/plans/%2e%2e/overview',
    '/plans/A/overview',
    '/plans/a/nowhere',
    '/plans/a/mixes/b',
    '/other',
    '/plans/%E0%A4%A/mixes',
    '/plans/__proto__/mixes',
  ])('names nothing: %s', (path) => expect(readPath(path)).toBeNull());

  it('leaves out what is as it starts out', () => {
    const view = readView(SPEC, 'mixes', '');
    expect(view).toEqual({ pick: '', figure: 'service', share: 20, from: null, streams: [] });
    expect(writeView(SPEC, view)).toBe('');
  });

  it('carries its version as soon as it says anything', () => {
    const query = writeView(SPEC, { ...readView(SPEC, 'mixes', ''), share: 35 });
    expect(new URLSearchParams(query).get('v')).toBe(String(ADDRESS_VERSION));
  });

  it('reads back every view that it writes, whatever the words', () => {
    const words = fc.string({ maxLength: 40, unit: 'grapheme' });
    const view = fc.record({
      pick: words,
      figure: fc.constantFrom('service' as const, 'backlog' as const),
      share: fc.integer({ min: 0, max: 100 }),
      from: fc.constantFrom(null, '2027-03-15'),
      streams: fc.uniqueArray(
        words.filter((word) => word !== ''),
        { maxLength: 6 },
      ),
    });
    fc.assert(
      fc.property(view, (each) => {
        expect(readView(SPEC, 'mixes', writeView(SPEC, each))).toEqual(each);
      }),
    );
  });

  it('has a value for everything, whatever the query holds', () => {
    const strange = `?share=1e999&figure=__proto__&from=2027-3-1&streams=,,a,a,%00&pick=${'x'.repeat(500)}`;
    expect(readView(SPEC, 'mixes', strange)).toEqual({
      pick: '',
      figure: 'service',
      share: 20,
      from: null,
      streams: ['a', '\u0000'],
    });
    expect(readView(SPEC, 'mixes', '?share=900').share).toBe(100);
    expect(readView(SPEC, 'mixes', '?v=999&share=-4').share).toBe(0);
  });
});
