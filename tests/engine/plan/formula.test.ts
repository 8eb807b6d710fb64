import fc from 'fast-check';
import { all, create } from 'mathjs/number';
import { describe, expect, test } from 'vitest';
import { compileFormula } from '../../../engine/plan';
import { compileTree, ForbiddenPart } from '../../../engine/plan/formula/compile-tree';

const DRIVERS = ['orders', 'contact_rate', 'promo'];
const worth = (text: string, values: readonly number[] = [1000, 0.2, 0.1], drivers: readonly string[] = DRIVERS) => {
  const { formula, problems } = compileFormula(text, drivers);
  if (!formula) throw new Error(problems.map(({ found, allowed }) => `${found}: ${allowed}`).join('; '));
  return formula.evaluate(values);
};
const problemsOf = (text: string) => compileFormula(text, DRIVERS).problems;

describe('a formula', () => {
  test.each([
    ['orders * contact_rate * (1 + promo)', 220],
    ['1 + 2 * 3 - 4 / 8', 6.5],
    ['2 ^ 3 ^ 2', 512],
    ['-2 ^ 2', -4],
    ['2 ^ -1', 0.5],
    ['1.5e2 + .5', 150.5],
    ['- - 3 + +2', 5],
    ['orders > 500 ? 10 : 20', 10],
    ['orders > 5000 ? 10 : promo > 0 ? 20 : 30', 20],
    ['(orders > 500) * 7', 7],
    ['0 < promo <= 0.1', 1],
    ['0 < promo < 0.1', 0],
    ['promo == 0.1 ? 1 : 2', 1],
    ['promo != 0.1', 0],
    ['contact_rate + promo == 0.3', 1],
    ['contact_rate + promo > 0.3', 0],
    ['min(3, orders, 5)', 3],
    ['max(3, 5) + min(7)', 12],
    ['round(2.5) + round(-2.5)', 0],
    ['round(-2.5)', -3],
    ['round(1.005, 2)', 1.01],
    ['round(1234.5, -2)', 1200],
    ['round(1000000.4995)', 1000000],
    ['floor(-1.5)', -2],
    ['ceil(1.2)', 2],
    ['ceil(21 / 0.7)', 30],
    ['floor(1000000.9995)', 1000000],
    ['abs(-4)', 4],
    ['sqrt(16)', 4],
    ['exp(0)', 1],
    ['log(8, 2)', 3],
    ['log(1000, 10)', 3],
    ['pow(2, 10)', 1024],
    ['orders\u00a0*\u202f2', 2000],
  ])('%s is %d', (text, expected) => {
    const { value, failedPart } = worth(text);
    expect(failedPart).toBeNull();
    expect(value).toBeCloseTo(expected, 12);
  });

  test('names the drivers it uses, each once', () => {
    expect(compileFormula('promo + orders + promo', DRIVERS).formula?.used).toEqual(['promo', 'orders']);
  });

  test('works out only the branch that holds, so a division can be guarded', () => {
    expect(worth('promo > 0 ? orders / promo : 5', [1000, 0.2, 0])).toEqual({ value: 5, failedPart: null });
  });

  test.each([
    ['orders / promo', 'orders / promo'],
    ['1 + orders / promo', 'orders / promo'],
    ['sqrt(0 - orders) + 1', 'sqrt(0 - orders)'],
    ['log(promo)', 'log(promo)'],
    ['(0 - 8) ^ 0.5', '(0 - 8) ^ 0.5'],
    ['exp(orders)', 'exp(orders)'],
    ['round(orders, 0.5)', 'round(orders, 0.5)'],
    // None of these ends in a number that looks wrong; the part below must be reported all the same.
    ['orders / promo > 3 ? 10 : 20', 'orders / promo'],
    ['sqrt(0 - orders) > 3 ? 10 : 20', 'sqrt(0 - orders)'],
    ['5 / (1 / promo)', '1 / promo'],
    ['min(5, orders / promo)', 'orders / promo'],
  ])('%s says that %s gives no finite number', (text, part) => {
    expect(worth(text, [1000, 0.2, 0]).failedPart).toBe(part);
  });

  test('agrees with the full evaluator of mathjs on random expressions', () => {
    const math = create(all!, {});
    const leaf = fc.oneof(
      fc.constantFrom(...DRIVERS),
      fc.integer({ min: 0, max: 40 }).map((whole) => String(whole / 4)),
    );
    const { node } = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5, depthIdentifier: 'formula' },
        leaf,
        fc
          .tuple(tie('node'), fc.constantFrom('+', '-', '*', '/', '^', '<', '<=', '>', '>=', '==', '!='), tie('node'))
          .map((p) => p.join(' ')),
        tie('node').map((inner) => `(${inner})`),
        tie('node').map((inner) => `-${inner}`),
        fc.tuple(tie('node'), tie('node'), tie('node')).map(([a, b, c]) => `${a} ? ${b} : ${c}`),
        fc.tuple(fc.constantFrom('min', 'max', 'pow'), tie('node'), tie('node')).map(([f, a, b]) => `${f}(${a}, ${b})`),
        fc
          .tuple(fc.constantFrom('floor', 'ceil', 'abs', 'sqrt', 'exp', 'log'), tie('node'))
          .map(([f, a]) => `${f}(${a})`),
      ),
    }));
    let compared = 0;
    fc.assert(
      fc.property(
        node,
        fc.tuple(fc.integer({ min: 0, max: 900 }), fc.constantFrom(0.25, 0.5), fc.constantFrom(0, 0.125)),
        (text, values) => {
          const { formula } = compileFormula(text, DRIVERS);
          if (!formula) return;
          const ours = formula.evaluate(values);
          if (ours.failedPart !== null || Math.abs(ours.value) > 1e12) return;
          const theirs = Number(math.evaluate(text, new Map(DRIVERS.map((name, at) => [name, values[at]]))));
          expect(Math.abs(ours.value - theirs), text).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(theirs)));
          compared += 1;
        },
      ),
      { seed: 91, numRuns: 1500 },
    );
    expect(compared).toBeGreaterThan(500);
  });
});

describe('what a formula may not hold', () => {
  /** The text, the column at which the problem stands, what was found, and a word of what is allowed. */
  test.each([
    ['an empty text', '', 1, 'the end', 'a number'],
    ['an assignment', 'orders = 5', 8, '=', 'without assignment'],
    ['a function definition', 'max(orders) = orders * 2', 13, '=', 'without assignment'],
    ['a function definition of a new name', 'f(x) = x * 2', 1, 'f', 'a driver'],
    ['two expressions', 'orders; promo', 7, ';', 'one expression'],
    ['two lines', 'orders\npromo', 7, '·', 'one line'],
    ['a comment', 'orders # all', 8, '#', 'one line'],
    ['a property', 'orders.constructor', 7, '.', 'names have no parts'],
    ['a property by text', 'orders["constructor"]', 7, '[', 'brackets'],
    ['optional chaining', 'orders?.length', 8, '.', 'names have no parts'],
    ['a text', '"orders"', 1, '\\"', 'text has no place'],
    ['a text in single quotes', "'a'", 1, "'", 'text has no place'],
    ['a matrix', '[1, 2]', 1, '[', 'parentheses'],
    ['an object', '{a: 1}', 1, '{', 'parentheses'],
    ['a range', '1:10', 2, ':', 'condition'],
    ['a range in parentheses', 'promo > 0 ? (1:2) : 3', 15, ':', 'condition'],
    ['an unknown driver', 'orders * rate', 10, 'rate', 'orders, contact_rate, promo'],
    ['an unknown function', 'orders + sin(promo)', 10, 'sin', 'min, max, round'],
    ['import', 'import(1)', 1, 'import', 'a driver'],
    ['createUnit', 'createUnit(1)', 1, 'createUnit', 'a driver'],
    ['evaluate', 'evaluate(1)', 1, 'evaluate', 'a driver'],
    ['parse', 'parse(1)', 1, 'parse', 'a driver'],
    ['simplify', 'simplify(1)', 1, 'simplify', 'a driver'],
    ['derivative', 'derivative(1)', 1, 'derivative', 'a driver'],
    ['typed functions', 'typed(1)', 1, 'typed', 'a driver'],
    ['config', 'config(1)', 1, 'config', 'a driver'],
    ['chance', 'random()', 1, 'random', 'a driver'],
    ['constructor', 'constructor', 1, 'constructor', 'a driver'],
    ['a call of constructor', 'constructor(1)', 1, 'constructor', 'a driver'],
    ['__proto__', '__proto__', 1, '__proto__', 'a driver'],
    ['toString', 'toString()', 1, 'toString', 'a driver'],
    ['hasOwnProperty', 'hasOwnProperty(1)', 1, 'hasOwnProperty', 'a driver'],
    ['a constant by name', 'pi * 2', 1, 'pi', 'a driver'],
    ['Infinity', 'Infinity', 1, 'Infinity', 'a driver'],
    ['true', 'true', 1, 'true', 'a driver'],
    ['null', 'null', 1, 'null', 'a driver'],
    ['end', 'end', 1, 'end', 'a driver'],
    ['a number beyond all bounds', '1e999', 1, '1e999', 'below'],
    ['a function that is not called', 'max + 1', 1, 'max', 'max('],
    ['a driver that is called', 'orders(1 + promo)', 7, '(', '* multiplies'],
    ['a product without a sign', '2 orders', 3, 'orders', 'an operator'],
    ['a product of parentheses', '(1)(2)', 4, '(', '* multiplies'],
    ['a named operator', 'orders mod 7', 8, 'mod', 'an operator'],
    ['a logical operator', 'promo and orders', 7, 'and', 'an operator'],
    ['a unit', '5 kg', 3, 'kg', 'an operator'],
    ['hexadecimal digits', '0x10', 2, 'x10', 'an operator'],
    ['an elementwise product', '2 .* 3', 3, '.', 'a digit'],
    ['a shift', '1 << 2', 4, '<', 'a number'],
    ['bits', '1 | 2', 3, '|', 'condition'],
    ['a factorial', '5!', 2, '!', '!= to compare'],
    ['a percentage', 'orders * 5%', 11, '%', '0.05'],
    ['a decimal comma', '1,5 * orders', 2, ',', 'a point'],
    ['a typographic product', 'orders × 2', 8, '×', '*'],
    ['a typographic minus', 'orders − 2', 8, '−', '-'],
    ['an open parenthesis', 'orders * (1 + promo', 10, '(', 'closes'],
    ['a closed one too many', 'orders)', 7, ')', 'no ( is open'],
    ['empty parentheses', 'max()', 5, ')', 'a number'],
    ['an operator at the end', 'orders *', 9, 'the end', 'a number'],
    ['two operators', 'orders * / 2', 10, '/', 'a number'],
    ['a condition without otherwise', 'orders > 1 ? 2', 15, 'the end', 'otherwise'],
    ['a condition cut off by a parenthesis', '(orders > 1 ? 2)', 16, ')', 'otherwise'],
    ['too few arguments', 'pow(2)', 1, 'pow of 1', 'pow of 2'],
    ['too many arguments', 'sqrt(2, 3)', 1, 'sqrt of 2', 'sqrt of 1'],
    ['more parentheses than anyone can read', `${'('.repeat(30)}1${')'.repeat(30)}`, 21, '(', '20 levels'],
    ['a depth meant to exhaust the parser', '('.repeat(500), 251, '500 parts', '250 parts'],
    ['a very long text', `1${'+1'.repeat(300)}`, 501, '601 characters', '500'],
    ['characters that hide text', 'orders \u202e* 2', 8, '·', 'numbers'],
  ])('%s', (_, text, column, found, allowed) => {
    const [problem] = problemsOf(text);
    expect(problem, text).toBeDefined();
    expect(problem?.column).toBe(column);
    expect(problem?.found).toBe(`"${found}"`.replace('\\"', '"'));
    expect(problem?.allowed).toContain(allowed);
  });

  test('behind the check of the text, the tree is checked again', () => {
    const { parse } = create(all!, {});
    const drivers = new Map(DRIVERS.map((name, at) => [name, at]));
    for (const text of [
      ...[
        'orders = 1',
        'f(x) = x',
        'orders.a',
        'orders["a"]',
        'orders[1]',
        '"a"',
        "'a'",
        '[1]',
        '{a: 1}',
        '1:3',
        '1;2',
      ],
      ...['import(1)', 'parse("1")', 'constructor(1)', 'orders(1)', 'orders.a(1)', 'pi', 'true', 'null', 'Infinity'],
      ...['__proto__', 'toString', '2 orders', '5!', "orders'", '1 | 2', '1 << 2', '1 .* 2', 'not 1', '1 and 1'],
      ...['max()', 'sqrt(1, 2)', 'undefined', 'NaN', '~1', 'orders to promo', '7 mod 2'],
    ]) {
      expect(() => compileTree(parse(text), drivers), text).toThrow(ForbiddenPart);
    }
  });

  test('every problem is listed, not the first alone', () => {
    expect(problemsOf('ordrs * rate').map(({ column }) => column)).toEqual([1, 9]);
    expect(problemsOf('"a" + [b]').map(({ column }) => column)).toEqual([1, 2, 3, 7, 8, 9]);
    expect(problemsOf('orders * rate * (1 + 5%)').map(({ column }) => column)).toEqual([10, 23]);
    expect(problemsOf('max(rate, rte').map(({ column }) => column)).toEqual([4, 5, 11]);
  });

  test('a chain of signs or powers as long as the text allows is worked out', () => {
    expect(worth(`${'-'.repeat(200)}1`).value).toBe(1);
    expect(worth(`1${'^1'.repeat(110)}`).value).toBe(1);
    expect(worth(`1${'+1'.repeat(110)}`).value).toBe(111);
    expect(problemsOf(`1${'+1'.repeat(249)}`)[0]?.allowed).toContain('parts');
  });

  test('random text gives a value or a problem inside the text, and never anything else', () => {
    const piece = fc.constantFrom(
      ...'orders promo max( pow( ( ) , ? : < > = ! . " [ ] { } ; # % ^ * / - + 1 2.5 1e3 0x e __proto__ constructor import( mod to in not ~ & | \' \\ $ @ é 😀 \n'.split(
        ' ',
      ),
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('');
        const { formula, problems } = compileFormula(text, DRIVERS);
        if (formula) {
          const { value, failedPart } = formula.evaluate([3, 2, 1]);
          expect(failedPart !== null || Number.isFinite(value)).toBe(true);
          return;
        }
        expect(problems.length).toBeGreaterThan(0);
        for (const { column, found, allowed } of problems) {
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual(text.length + 1);
          expect(found).not.toBe('');
          expect(allowed).not.toBe('');
        }
      }),
      { seed: 91, numRuns: 3000 },
    );
  });
});
