import type { Plan } from '../../../plan';
import { planHash } from '../../../plan';
import { tailChange, type WithError } from '../../../risk';
import { InputFault, issue } from '../../../units';
import { provenance } from '../../provenance';
import { columnOf, TAIL_LEVEL } from '../risk-distribution';
import { riskReport } from '../risk-report';
import type { RiskAnswer } from '../risk-results';
import type { RiskSample } from '../risk-sample';
import type { DriftAnswer, RevisionChange, RevisionRun, StressFigure } from './drift-results';

/** A revision that has been run. */
export interface Revision {
  readonly label: string;
  readonly plan: Plan;
  readonly run: RevisionRun;
}

interface Told {
  readonly label: string;
  readonly sample: RiskSample;
  readonly report: RiskAnswer;
  readonly stress: readonly StressFigure[];
}

/**
 * How the score of a plan has moved over its revisions, the oldest first, and what moved it.
 *
 * Every revision lives through the same sampled years, so that a change of score is known better than the scores. Of each change: its
 * causes (what the plan loses anyway, demand and people, each hazard), in points of the score, which add up to it.
 *
 * Errors: `InputFault` for revisions of other years or another seed. Cost: a report a revision.
 */
export function riskDrift(revisions: readonly Revision[]): DriftAnswer {
  const [first] = revisions;
  if (!first) throw new InputFault([issue('drift.revisions', 'revisions', 0, 'one revision or more')]);
  const { seed, years } = first.run.sample;
  for (const { label, run } of revisions) {
    const isSame = run.sample.seed === seed && run.sample.years.every((year, at) => year === years[at]);
    if (!isSame || run.sample.years.length !== years.length)
      throw new InputFault([
        issue('drift.years', label, run.sample.years.length, `the years and seed of ${first.label}`),
      ]);
  }
  const told = revisions.map(({ label, plan, run }): Told => {
    return { label, sample: run.sample, report: riskReport(plan, run.sample), stress: run.stress };
  });
  const method =
    'the same sampled years for every revision, all run in full; change of the score with the interval of its difference year by year; the disruptions that each revision keeps, run by flow';
  const warnings = [...new Set(told.flatMap(({ report }) => report.provenance.warnings))];
  return {
    years: years.length,
    revisions: told.map(({ label, sample, report, stress }, at) => {
      const [lost, , cost] = report.distributions;
      return {
        label,
        planHash: planHash(revisions[at]!.plan),
        score: report.score,
        contacts: sample.contacts,
        mean: lost!.mean,
        cvar95: lost!.cvar95,
        cost: cost!.mean.value,
        stress,
      };
    }),
    changes: told.slice(1).map((to, at) => changeOf(told[at]!, to)),
    scoreMeaning: told[0]!.report.scoreMeaning,
    provenance: provenance(method, { planHash: planHash(revisions.at(-1)!.plan), seed, warnings }),
  };
}

/** Of a hundred contacts of a revision's own year, those lost. */
const perHundred = ({ sample }: Told, lost: number): number => (100 * lost) / Math.max(1e-9, sample.contacts);

function changeOf(from: Told, to: Told): RevisionChange {
  const scaled = (told: Told) => columnOf(told.sample.totals, 0).map((lost) => perHundred(told, lost));
  const worse = tailChange(scaled(from), scaled(to), TAIL_LEVEL);
  return {
    from: from.label,
    to: to.label,
    points: negative(worse),
    causes: compared(from, to, ({ report }) =>
      report.attributions[0]!.parts.map(({ id, name, tail }) => ({ id, name, tail })),
    ),
    sites: compared(from, to, ({ report }) =>
      report.attributions[0]!.places.filter(({ dimension }) => dimension === 'site').map(({ name, tail }) => ({
        id: name,
        name,
        tail,
      })),
    ).map(({ name, points }) => ({ name, points })),
  };
}

const negative = ({ value, lo95, hi95 }: WithError): WithError => ({ value: -value, lo95: -hi95, hi95: -lo95 });

/** Parts of two revisions, matched by id, by how far they moved the score; those gone or new count in full. */
function compared(
  from: Told,
  to: Told,
  partsOf: (told: Told) => readonly { readonly id: string; readonly name: string; readonly tail: number }[],
) {
  const changes = new Map<string, { id: string; name: string; points: number }>();
  for (const [told, sign] of [
    [from, 1],
    [to, -1],
  ] as const) {
    for (const { id, name, tail } of partsOf(told)) {
      const known = changes.get(id)?.points ?? 0;
      changes.set(id, { id, name, points: known + sign * perHundred(told, tail) });
    }
  }
  return [...changes.values()].sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}
