import type {
  ConditionalNode,
  ConstantNode,
  FunctionNode,
  MathNode,
  OperatorNode,
  ParenthesisNode,
  RelationalNode,
  SymbolNode,
} from 'mathjs';
import { FORMULA_COMPARISONS, FORMULA_FUNCTIONS } from './formula-words';

/** What a formula is worked out from, and the first part of it that gave no finite number. */
export interface FormulaRun {
  /** One value a driver, in the order of the drivers. */
  readonly values: ArrayLike<number>;
  failedPart: string | null;
}

export type FormulaStep = (run: FormulaRun) => number;

/** A part of a formula that is not on the list of what may be worked out. */
export class ForbiddenPart extends Error {
  override readonly name = 'ForbiddenPart';
  constructor(readonly part: string) {
    super(`A formula may not hold ${part}.`);
  }
}

/**
 * Turns a parsed formula into steps, from a closed list of parts: numbers, drivers, arithmetic, comparison, condition
 * and the functions of `FORMULA_FUNCTIONS`. Anything else in the tree, known today or not, is refused.
 *
 * Nothing of the parser's own evaluator is used, so what a formula can reach is what stands in this file.
 */
export function compileTree(root: MathNode, drivers: ReadonlyMap<string, number>): FormulaStep {
  return compile(root);

  function compile(node: MathNode): FormulaStep {
    switch (node.type) {
      case 'ConstantNode':
        return constant((node as ConstantNode).value);
      case 'ParenthesisNode':
        return compile((node as ParenthesisNode).content);
      case 'SymbolNode':
        return driver((node as SymbolNode).name);
      case 'OperatorNode':
        return operator(node as OperatorNode);
      case 'RelationalNode':
        return relation(node as unknown as Relation);
      case 'ConditionalNode':
        return condition(node as ConditionalNode);
      case 'FunctionNode':
        return call(node as FunctionNode);
      default:
        throw new ForbiddenPart(node.type);
    }
  }

  function constant(value: unknown): FormulaStep {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new ForbiddenPart(String(value));
    return () => value;
  }

  function driver(name: string): FormulaStep {
    const at = drivers.get(name);
    if (at === undefined) throw new ForbiddenPart(name);
    return (run) => run.values[at] ?? Number.NaN;
  }

  function operator(node: OperatorNode): FormulaStep {
    const [first, second] = node.args.map(compile);
    if (node.implicit || !first) throw new ForbiddenPart('a product without *');
    if (!second) {
      if (node.fn === 'unaryMinus') return (run) => -first(run);
      if (node.fn === 'unaryPlus') return first;
      throw new ForbiddenPart(node.op);
    }
    const compare = FORMULA_COMPARISONS.get(node.fn);
    if (compare) return (run) => (compare(first(run), second(run)) ? 1 : 0);
    const apply = ARITHMETIC.get(node.fn);
    if (!apply) throw new ForbiddenPart(node.op);
    return watched(node, (run) => apply(first(run), second(run)));
  }

  /** A chain such as 0 < x <= 10 holds where each of its comparisons does. */
  function relation({ conditionals, params }: Relation): FormulaStep {
    const values = params.map(compile);
    const compares = conditionals.map((name) => {
      const compare = FORMULA_COMPARISONS.get(name);
      if (!compare) throw new ForbiddenPart(name);
      return compare;
    });
    return (run) => {
      const found = values.map((value) => value(run));
      return compares.every((compare, at) => compare(found[at]!, found[at + 1]!)) ? 1 : 0;
    };
  }

  function condition(node: ConditionalNode): FormulaStep {
    const [holds, then, otherwise] = [compile(node.condition), compile(node.trueExpr), compile(node.falseExpr)];
    return (run) => (holds(run) === 0 ? otherwise(run) : then(run));
  }

  function call(node: FunctionNode): FormulaStep {
    const name = (node.fn as unknown as MathNode).type === 'SymbolNode' ? (node.fn as unknown as SymbolNode).name : '';
    const known = FORMULA_FUNCTIONS.get(name);
    if (!known) throw new ForbiddenPart(`the function ${name}`);
    const [fewest, most] = known.arguments;
    const values = node.args.map(compile);
    if (values.length < fewest || values.length > most) throw new ForbiddenPart(`${name} of ${values.length}`);
    return watched(node, (run) => known.apply(...values.map((value) => value(run))));
  }
}

type Relation = Pick<RelationalNode, 'conditionals' | 'params'>;

const ARITHMETIC: ReadonlyMap<string, (left: number, right: number) => number> = new Map([
  ['add', (left: number, right: number) => left + right],
  ['subtract', (left: number, right: number) => left - right],
  ['multiply', (left: number, right: number) => left * right],
  ['divide', (left: number, right: number) => left / right],
  ['pow', (left: number, right: number) => left ** right],
]);

/** Notes the first part that gives no finite number, so that no later comparison or minimum can hide it. */
function watched(node: MathNode, step: FormulaStep): FormulaStep {
  return (run) => {
    const value = step(run);
    if (!Number.isFinite(value) && run.failedPart === null) run.failedPart = node.toString();
    return value;
  };
}
