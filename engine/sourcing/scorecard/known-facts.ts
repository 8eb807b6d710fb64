import { rateOfCoverage, rateOfLeverage, rateOfRating, rateOfZScore } from './rating-scale';

/** A kind of evidence that says something about default. */
export interface KnownFact {
  /** As plans write it. */
  readonly fact: string;
  /** What its value is. */
  readonly asks: string;
  /** The one-year default rate that it speaks for; null where the value can't be read. */
  readonly rate: (value: number | string) => number | null;
  /** How far, in log-odds, firms with this value lie from that rate: one standard deviation. */
  readonly spread: number;
  readonly source: string;
}

/** A fact that raises or lowers the odds whatever the others say. */
export interface RiskModifier {
  readonly fact: string;
  readonly asks: string;
  /** Added to the log-odds; null where the value can't be read. */
  readonly shift: (value: number | string) => number | null;
  readonly source: string;
}

/** How far apart firms are that one ratio gives the same rate: about two and a half notches. */
const RATIO_SPREAD = 1.1;

const numeric = (rate: (value: number) => number) => (value: number | string) => {
  const number = typeof value === 'number' ? value : Number(value.trim() === '' ? Number.NaN : value);
  return Number.isFinite(number) ? rate(number) : null;
};

export const KNOWN_FACTS: readonly KnownFact[] = [
  {
    fact: "Altman Z''",
    asks: 'the score for firms that make nothing, without the constant 3.25',
    rate: numeric(rateOfZScore),
    spread: RATIO_SPREAD,
    source: 'Altman 2005, means of Z" by rating; S&P Global Ratings, one-year default rates by rating from 1981 on',
  },
  {
    fact: 'Interest coverage',
    asks: 'earnings before interest and taxes ÷ interest, in times',
    rate: numeric(rateOfCoverage),
    spread: RATIO_SPREAD,
    source: 'Damodaran, ratings by interest coverage, smaller service companies; S&P Global Ratings, default rates',
  },
  {
    fact: 'Net debt over EBITDA',
    asks: 'in times',
    rate: numeric(rateOfLeverage),
    spread: RATIO_SPREAD,
    source: 'S&P corporate methodology 2013, leverage bands at fair business risk; S&P Global Ratings, default rates',
  },
  {
    fact: 'Agency rating',
    asks: 'on the scale from AAA to CCC, such as B+',
    rate: (value) => (typeof value === 'string' ? rateOfRating(value) : null),
    spread: 0.5,
    source: 'S&P Global Ratings, one-year default rates by rating from 1981 on, rounded',
  },
];

export const RISK_MODIFIERS: readonly RiskModifier[] = [
  {
    fact: 'Share of revenue from the largest client',
    asks: 'a share, such as 0.19',
    // Above a tenth each further tenth of revenue that one client could take away raises the odds by a quarter.
    shift: numeric((share) => Math.log(1.25) * Math.min(6, Math.max(0, (share - 0.1) / 0.1))),
    source:
      'One failing outsourcer had near a fifth of revenue with one client (2020); the size of the effect is an opinion',
  },
  {
    fact: 'Downgraded within a year',
    asks: 'yes or no',
    shift: (value) =>
      /^(yes|1|true)$/i.test(String(value)) ? Math.log(2) : /^(no|0|false)$/i.test(String(value)) ? 0 : null,
    source:
      'Downgraded firms are downgraded again, and default, more often than others of their rating; the size is an opinion',
  },
];
