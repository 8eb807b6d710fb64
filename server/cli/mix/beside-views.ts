import {
  compareMixes,
  compareMixYears,
  joinMixYears,
  type MixAnswer,
  type MixFigures,
  type MixYearsAnswer,
  sampleMixYears,
} from '../../../engine/answers';
import { checkpoint } from '../../../engine/units';
import type { Cell } from '../csv';
import type { MixView } from './mix-view';

/** Today's footprint and others in the same figures, undisturbed and under disruptions. */
export const besideView: MixView = {
  about: 'today’s footprint and those named, undisturbed and under each --under',
  options: { under: { type: 'string', multiple: true, value: 'ID', help: 'with beside: disruptions of the plan' } },
  targets: [1, 10],
  read(options) {
    const disruptions = options.texts('under');
    return (plan, variants, control) => {
      const answer = compareMixes(plan, { variants, disruptions }, control);
      const warnings = answer.variants.flatMap((variant) => variant.warnings);
      return {
        answer,
        columns: FIGURES,
        rows: figureRows(answer),
        told: [...new Set(warnings)].map((warning) => `Note: ${warning}`),
      };
    };
  },
};

/** In how many sampled years the footprints do better than today's. */
export const yearsView: MixView = {
  about: 'in how many of --years sampled years they do better than today, and by how much',
  options: {
    years: { type: 'string', value: 'N', help: 'with years: sampled years (100)' },
    seed: { type: 'string', value: 'S', help: 'with years: a whole number (1)' },
  },
  targets: [1, 10],
  read(options) {
    const years = options.number('years', { min: 1, max: 100_000, whole: true }) ?? 100;
    const seed = options.number('seed', { whole: true }) ?? 1;
    return (plan, variants, control) => {
      const footprints = [null, ...variants];
      const sampled = footprints.map((variant, at) =>
        sampleMixYears(
          plan,
          { variant, years, seed },
          { ...control, onProgress: (share, label) => checkpoint(control, (at + share) / footprints.length, label) },
        ),
      );
      const answer = compareMixYears(plan, sampled.reduce(joinMixYears));
      const told = [
        ...answer.mixes.map(({ sentence }) => sentence),
        ...answer.provenance.warnings.map((warning) => `Note: ${warning}`),
      ];
      return { answer, columns: YEARS, rows: yearRows(answer), told };
    };
  },
};

const FIGURES = [
  'mix',
  'name',
  'disruption',
  'cost_per_year',
  'cost_per_answered',
  'service_level',
  'abandonment',
  'contacts_lost',
  'effective_countries',
  'effective_metros',
  'worst_service_level',
  'days_to_recover',
];

function* figureRows({ base, variants }: MixAnswer): Iterable<Cell[]> {
  for (const mix of [base, ...variants]) {
    const facts = (disruption: string | null, lost: number, worst: number | null, days: number | null): Cell[] => [
      mix.id,
      mix.name,
      disruption,
      mix.costPerYear,
      mix.costPerAnswered,
      mix.total.serviceLevel,
      mix.total.abandonment,
      lost,
      mix.effectiveCountries,
      mix.effectiveMetros,
      worst,
      days,
    ];
    yield facts(null, mix.total.lost, null, null);
    for (const { id, impact, daily } of mix.disruptions) {
      yield facts(id, lostOf(daily), impact.worstServiceLevel, impact.daysToRecover);
    }
  }
}

const lostOf = ({ lost }: MixFigures['weekly']) => lost.reduce((sum, value) => sum + value, 0);

const YEARS = [
  'mix',
  'name',
  'figure',
  'years',
  'fewer',
  'same',
  'more',
  'mean',
  'mean_lo95',
  'mean_hi95',
  'p10',
  'p90',
];

function* yearRows({ mixes }: MixYearsAnswer): Iterable<Cell[]> {
  for (const { id, name, years, figures } of mixes) {
    for (const { figure, fewer, same, more, mean, p10, p90 } of figures)
      yield [id, name, figure, years, fewer, same, more, mean.value, mean.lo95, mean.hi95, p10, p90];
  }
}
