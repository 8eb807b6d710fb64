import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculateQueue } from '../../../engine/answers';
import { SERVICE_LEVEL_DEFINITIONS } from '../../../engine/queueing';
import { InputFault } from '../../../engine/units';
import { placeOf, readPath, readView, writeView } from '../../../web/address';
import { DEFINITIONS, definitionLabel } from '../../../web/format';
import {
  type Calculation,
  calculationFrom,
  calculationOf,
  calculatorView,
  FIELDS,
  FIGURES,
  freshCalculation,
  inputOf,
  isUsed,
  viewOf,
} from '../../../web/queue';
import { fieldFaults, inPercent } from '../../../web/screens/calculator/field-faults';

const CHANNELS = ['voice', 'chat', 'email'] as const;
const linkOf = (calculation: Calculation) => writeView(calculatorView, viewOf(calculation));
const opened = (link: string) => calculationOf(readView(calculatorView, 'calculator', link));

describe('the address of a calculation', () => {
  it('stands by itself, without a plan', () => {
    expect(placeOf('farwater', 'calculator')).toBe('/calculator');
    expect(readPath('/calculator')).toEqual({ planId: null, screen: 'calculator' });
    expect(readPath('/calculator/x')).toBeNull();
  });

  it.each(CHANNELS)('starts with a calculation that the engine answers: %s', (channel) => {
    const fresh = freshCalculation(channel);
    expect(calculateQueue(inputOf(fresh)).staff!.agentsWhole).toBeGreaterThan(0);
    expect(opened(linkOf(fresh))).toEqual(fresh);
  });

  it('says every number, so that it means the same when defaults change', () => {
    const params = new URLSearchParams(linkOf(freshCalculation('voice')));
    expect(Object.fromEntries(params)).toMatchObject({
      v: '1',
      contacts: '100',
      minutes: '30',
      aht: '180',
      patience: 'none',
      target: '80',
      within: '20',
      shrinkage: '30',
      agents: 'none',
    });
    expect(params.has('concurrency')).toBe(false);
  });

  it('opens the same calculation, whatever the numbers', () => {
    const number = fc.double({ min: 0, max: 1e7, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...CHANNELS),
        fc.constantFrom(...DEFINITIONS),
        fc.array(fc.option(number), { minLength: FIGURES.length, maxLength: FIGURES.length }),
        (channel, definition, values) => {
          const figures = Object.fromEntries(
            FIGURES.map((name, at) => {
              if (!isUsed(name, channel)) return [name, null];
              const value = values[at] ?? null;
              return [name, value === null && FIELDS[name].empty === undefined ? 1 : value];
            }),
          ) as Calculation['figures'];
          const calculation = { channel, definition, figures };
          expect(opened(linkOf(calculation))).toEqual(calculation);
        },
      ),
    );
  });

  it.each([
    'contacts=many',
    'contacts=',
    'contacts=Infinity',
    'contacts=none',
    'channel=fax',
    'counted=best',
    '__proto__=1',
  ])('takes the default for what means nothing: %s', (query) =>
    expect(opened(query)).toEqual(freshCalculation('voice')),
  );

  it('keeps a number that is out of range, for its field to say so', () => {
    const calculation = opened('target=150&shrinkage=100');
    expect(calculation.figures).toMatchObject({ target: 150, shrinkage: 100 });
    try {
      calculateQueue(inputOf(calculation));
      expect.unreachable();
    } catch (fault) {
      const { byField, rest } = fieldFaults((fault as InputFault).issues);
      expect(byField.get('target')).toBe('Found 150 %; allowed: 0 % to below 100 %');
      expect(byField.get('shrinkage')).toBe('Found 100 %; allowed: 0 % to 95 %');
      expect(rest).toEqual([]);
    }
  });
});

describe('the question', () => {
  it('is the hand check as it is typed', () => {
    const { staff, queue } = calculateQueue(inputOf(freshCalculation('voice')));
    expect(staff).toMatchObject({ agentsWhole: 14, paidHeads: 20 });
    expect((100 * queue!.serviceLevel).toFixed(2)).toBe('88.84');
    const atHand = opened('patience=120&agents=11');
    expect((100 * calculateQueue(inputOf(atHand)).atHand!.abandonment).toFixed(2)).toBe('9.42');
  });

  it('comes back from the engine’s words', () => {
    for (const channel of CHANNELS) {
      const fresh = freshCalculation(channel);
      expect(calculationFrom(inputOf(fresh))).toEqual(fresh);
    }
  });

  it('puts every fault of the engine at a field', () => {
    for (const channel of CHANNELS) {
      const worst = Object.fromEntries(FIGURES.map((name) => [name, isUsed(name, channel) ? -1 : null]));
      try {
        calculateQueue(inputOf({ ...freshCalculation(channel), figures: worst as Calculation['figures'] }));
        expect.unreachable();
      } catch (fault) {
        expect(fault).toBeInstanceOf(InputFault);
        const { byField, rest } = fieldFaults((fault as InputFault).issues);
        expect([...byField.keys()].sort()).toEqual(FIGURES.filter((name) => isUsed(name, channel)).sort());
        expect(rest).toEqual([]);
      }
    }
    const load = calculateTooMuch();
    expect([...load.byField.keys()]).toEqual(['contacts', 'aht']);
  });
});

function calculateTooMuch() {
  try {
    calculateQueue(inputOf(opened('contacts=100000000&aht=10000000')));
  } catch (fault) {
    return fieldFaults((fault as InputFault).issues);
  }
  throw new Error('The engine took more than it should.');
}

it('shares read as per cents', () => {
  expect(inPercent('a share above 0, up to 1')).toBe('above 0 %, up to 100 %');
  expect(inPercent('0.07')).toBe('7 %');
});

it('definitions are named as the engine names them, in its order', () => {
  expect(DEFINITIONS.map((definition) => ({ definition, label: definitionLabel(definition) }))).toEqual(
    SERVICE_LEVEL_DEFINITIONS.map(({ definition, label }) => ({ definition, label })),
  );
});
