import type { RiskAnswer, RiskSample } from '../../../engine/answers';
import type { Cell } from '../csv';

/** A table of the answer, by its name on the command line. */
export interface RiskTable {
  readonly columns: readonly string[];
  readonly rows: (answer: RiskAnswer, sample: RiskSample) => Iterable<Cell[]>;
}

export const RISK_TABLES = {
  summary: {
    columns: ['figure', 'statistic', 'value', 'lo95', 'hi95'],
    *rows({ distributions, score, accuracy }) {
      for (const { figure, planned, mean, p50, p80, p95, cvar95 } of distributions) {
        yield [figure, 'planned', planned, null, null];
        for (const [name, { value, lo95, hi95 }] of Object.entries({ mean, p50, p80, p95, cvar95 }))
          yield [figure, name, value, lo95, hi95];
      }
      for (const { figure, mean, typical, largest } of accuracy?.figures ?? []) {
        yield [figure, 'table_error_mean', mean, null, null];
        yield [figure, 'table_error_typical', typical, null, null];
        yield [figure, 'table_error_largest', largest, null, null];
      }
      yield ['score', 'score', score.value, score.lo95, score.hi95];
    },
  },
  attribution: {
    columns: ['figure', 'kind', 'id', 'name', 'node', 'mean', 'cvar95'],
    *rows({ attributions }) {
      for (const { figure, parts, mean, tail } of attributions) {
        for (const part of parts) yield [figure, part.kind, part.id, part.name, part.node, part.mean, part.tail];
        yield [figure, 'total', null, null, null, mean, tail];
      }
    },
  },
  curve: {
    columns: ['figure', 'chance_of_more', 'value'],
    *rows({ distributions }) {
      for (const { figure, quantiles } of distributions) {
        for (const [at, value] of quantiles.entries()) yield [figure, 1 - at / (quantiles.length - 1), value];
      }
    },
  },
  years: {
    columns: ['year', 'demand', 'people', 'contacts_lost', 'value_lost', 'cost', 'weeks_below'],
    *rows(_answer, { years, demand, people, totals }) {
      for (const [at, year] of years.entries())
        yield [year, demand[at]!, people[at]!, ...totals.subarray(at * 4, at * 4 + 4)];
    },
  },
  stories: {
    columns: ['year', 'contacts_lost', 'hazard', 'name', 'node', 'start', 'days', 'event_contacts_lost'],
    *rows({ stories }) {
      for (const { year, figures, events } of stories) {
        for (const event of events) {
          const { hazard, name, node, startDate, days, contactsLost } = event;
          yield [year, figures.contactsLost, hazard, name, node, startDate, days, contactsLost];
        }
      }
    },
  },
} as const satisfies Record<string, RiskTable>;
