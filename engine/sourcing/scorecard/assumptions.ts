import type { Grade } from '../../plan';
import { PRIOR, SHARED } from './default-probability';
import { LIQUIDATION_WEEKS, RESTRUCTURE, SHARES } from './hours-at-stake';

/** A figure of the scorecard that comes from no plan. */
export interface ScorecardAssumption {
  readonly name: string;
  readonly value: number;
  readonly unit: 'share' | 'weeks' | 'log-odds';
  readonly source: string;
  readonly grade: Grade;
  /** What is published about outsourcers themselves, to hold it against; null where nothing is known. */
  readonly beside: string | null;
}

/** Everything that the scorecard assumes, with source and grade, and what outsourcers' own cases say about it. */
export const SCORECARD_ASSUMPTIONS: readonly ScorecardAssumption[] = [
  {
    name: 'Default within a year, of a firm without evidence',
    value: PRIOR.rate,
    unit: 'share',
    source:
      'S&P Global Ratings, annual global corporate default studies: firms without an investment grade, 1981 to 2023',
    grade: 'survey',
    beside:
      'Two large outsourcers restructured from 2020 to 2024 in public view (iQor 2020, Atento 2023) of more than 250 with over USD 50 million of revenue (Everest 2021): at least 0.16 % a year. Cases that made the press are a floor; the prior may be on the careful side',
  },
  {
    name: 'Spread of that rate, one standard deviation',
    value: PRIOR.spread,
    unit: 'log-odds',
    source: 'An estimate: about BB+ to CCC within two of them',
    grade: 'opinion',
    beside: null,
  },
  {
    name: 'Part of ratios’ error that they share',
    value: SHARED,
    unit: 'share',
    source: 'An estimate: ratios of one firm come from the same accounts',
    grade: 'opinion',
    beside: null,
  },
  {
    name: 'Restructured, given a default',
    value: SHARES.restructure,
    unit: 'share',
    source:
      'Nearly three in five defaults of 2024 were exchanges of debt (S&P Global Ratings 2025); the rest is an estimate',
    grade: 'opinion',
    beside: 'Both known cases were restructured and went on answering',
  },
  {
    name: 'Left by its client, given a default',
    value: SHARES.exit,
    unit: 'share',
    source: 'An estimate',
    grade: 'opinion',
    beside: null,
  },
  {
    name: 'Wound up, given a default',
    value: SHARES.liquidation,
    unit: 'share',
    source: 'An estimate',
    grade: 'opinion',
    beside: 'Neither of the two known cases; Atento’s was thought likely without its restructuring',
  },
  {
    name: 'People lost in a restructuring',
    value: RESTRUCTURE.shareLost,
    unit: 'share',
    source:
      'iQor 2020: about 45,000 people in 2018, 35,000 after its chapter 11: 12.6 % a year, put as beyond usual leaving',
    grade: 'survey',
    beside: null,
  },
  {
    name: 'From notice to the last shift, wound up',
    value: LIQUIDATION_WEEKS,
    unit: 'weeks',
    source: 'An estimate',
    grade: 'opinion',
    beside: null,
  },
];
