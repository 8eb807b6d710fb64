import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { joinRisk, type RiskSample, readRisk, riskTableJobs, runRiskTable, sampleRisk } from '../../engine/answers';
import { readPlan } from '../../engine/plan';
import { RISK_FIGURES, tailRisk } from '../../engine/risk';

const plan = readPlan(JSON.parse(readFileSync('scenarios/library/farwater.json', 'utf8')));
const options = { seed: 1, years: 500, apartYears: 0 };
const FIGURES = RISK_FIGURES.length;

/** By figure: how far mean, 95th percentile and mean of the worst twentieth of years that are read may be from those run. */
const BOUNDS: Readonly<Record<(typeof RISK_FIGURES)[number], readonly [number, number, number]>> = {
  contactsLost: [0.01, 0.02, 0.02],
  valueLost: [0.01, 0.02, 0.02],
  cost: [0.001, 0.001, 0.001],
  weeksBelow: [0.02, 0.03, 0.03],
};

test('500 years of the worked plan, read from a table and run in full, agree in mean and tail', () => {
  const run = Array.from({ length: 10 }, (_, part) =>
    sampleRisk(plan, { ...options, firstYear: part * 50, years: 50 }),
  ).reduce((all, one) => joinRisk(all, one));
  const read = readRisk(plan, options, runRiskTable(plan, options, riskTableJobs(plan, options)));
  RISK_FIGURES.forEach((figure, at) => {
    const column = ({ totals }: RiskSample) => Float64Array.from(run.years, (_, year) => totals[year * FIGURES + at]!);
    const [ours, truth] = [read, run].map((sample) => {
      const values = column(sample);
      const { valueAtRisk, conditional } = tailRisk(values, 0.95);
      return [values.reduce((sum, value) => sum + value, 0) / values.length, valueAtRisk.value, conditional.value];
    });
    const off = ours!.map((value, place) => value / truth![place]! - 1);
    console.info(figure, off.map((share) => `${(100 * share).toFixed(2)} %`).join(', '));
    off.forEach((share, place) => {
      expect(Math.abs(share), `${figure}, statistic ${place}`).toBeLessThan(BOUNDS[figure][place]!);
    });
  });
});
