import { type Band, isRange } from '../../experience';
import type { BusinessCase, Estimate, Plan } from '../../plan';
import type { Explanation } from '../results';

/** The family tree of a case's net present value. */
export function explainCase(
  plan: Plan,
  found: BusinessCase,
  answer: { readonly netPresentValue: Band; readonly benefits: Float64Array; readonly measure: string },
): Explanation {
  const source = found.source ?? 'entered in the plan';
  const grade = found.grade ?? '';
  const input = (name: string, estimate: Estimate, unit: string) => ({
    name,
    value:
      typeof estimate !== 'number' && isRange(estimate)
        ? estimate.join(' / ')
        : typeof estimate === 'number'
          ? estimate
          : estimate[1],
    unit,
    source,
    grade,
  });
  const benefit = answer.benefits.reduce((sum, value) => sum + value, 0);
  return {
    label: 'Net present value',
    value: answer.netPresentValue.likely,
    unit: plan.currency,
    formula: '−investment + Σ (benefit of the month − running cost ÷ 12) ÷ (1 + rate)^(month ÷ 12)',
    method: 'A range is written as least / likeliest / most; the value here is at the likeliest figures.',
    inputs: [
      {
        name: `What ${answer.measure} brings over ${found.years} years, not discounted`,
        value: benefit,
        unit: plan.currency,
        source: 'demand with the measure off against on × loaded cost of an hour of handling × share realized',
        grade: '',
      },
      input('Investment', found.investment, plan.currency),
      input('Running cost', found.runningPerYear, `${plan.currency} a year`),
      input('Hours saved that are realized', found.realizedShare, 'share'),
      input('Effect that lasts', found.effectFactor ?? 1, 'factor'),
      input('Contribution kept', found.contributionKept ?? 1, 'share'),
      input('Discount rate', found.discountRatePerYear, 'a year'),
    ],
  };
}
