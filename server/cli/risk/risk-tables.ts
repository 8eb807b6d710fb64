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
    *rows({ distributions, score, accuracy, worstAccuracy }) {
      for (const { figure, planned, mean, p50, p80, p95, cvar95 } of distributions) {
        yield [figure, 'planned', planned, null, null];
        for (const [name, { value, lo95, hi95 }] of Object.entries({ mean, p50, p80, p95, cvar95 }))
          yield [figure, name, value, lo95, hi95];
      }
      for (const [years, errors] of [
        ['table_error', accuracy],
        ['table_error_worst_years', worstAccuracy],
      ] as const) {
        for (const { figure, mean, typical, largest } of errors?.figures ?? []) {
          yield [figure, `${years}_mean`, mean, null, null];
          yield [figure, `${years}_typical`, typical, null, null];
          yield [figure, `${years}_largest`, largest, null, null];
        }
      }
      yield ['score', 'score', score.value, score.lo95, score.hi95];
    },
  },
  attribution: {
    columns: ['figure', 'kind', 'id', 'name', 'node', 'mean', 'cvar95', 'mean_without', 'cvar95_without'],
    *rows({ attributions }) {
      for (const { figure, parts, mean, tail } of attributions) {
        for (const { kind, id, name, node, mean, tail, without } of parts)
          yield [figure, kind, id, name, node, mean, tail, without?.mean ?? null, without?.tail ?? null];
        yield [figure, 'total', null, null, null, mean, tail, null, null];
      }
    },
  },
  places: {
    columns: ['figure', 'dimension', 'name', 'mean', 'cvar95'],
    *rows({ attributions }) {
      for (const { figure, places } of attributions) {
        for (const { dimension, name, mean, tail } of places) yield [figure, dimension, name, mean, tail];
      }
    },
  },
  fan: {
    columns: ['week', 'figure', 'planned', 'p5', 'p25', 'p50', 'p75', 'p95'],
    *rows({ fan }) {
      for (const [at, week] of (fan?.startDates ?? []).entries()) {
        for (const figure of ['contactsLost', 'serviceLevel'] as const) {
          const { planned, p5, p25, p50, p75, p95 } = fan![figure];
          yield [week, figure, ...[planned, p5, p25, p50, p75, p95].map((values) => values[at] ?? null)];
        }
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
