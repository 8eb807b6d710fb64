import { basename } from 'node:path';
import { type DriftAnswer, type Revision, type RiskOptions, riskDrift, runRevision } from '../../../engine/answers';
import type { RunControl } from '../../../engine/units';
import type { Cell } from '../csv';
import { readPlanFile } from '../read-plan-file';
import type { Surroundings } from '../verb';

/** How the score moved over plan files, the oldest first. */
export async function driftOf(
  files: readonly string[],
  options: RiskOptions,
  around: Surroundings,
  control: RunControl,
): Promise<DriftAnswer> {
  const plans = await Promise.all(files.map((file) => readPlanFile(file, around)));
  const names = files.map((file) => basename(file));
  const revisions = plans.map((plan, at): Revision => {
    const onProgress = (share: number) => control.onProgress?.((at + share) / plans.length, `running ${names[at]}`);
    // Two files of one name are told apart by their places.
    const isTwice = names.filter((name) => name === names[at]).length > 1;
    return {
      label: isTwice ? `${at + 1}: ${names[at]}` : names[at]!,
      plan,
      run: runRevision(plan, options, { ...control, onProgress }),
    };
  });
  return riskDrift(revisions);
}

interface DriftTable {
  readonly columns: readonly string[];
  readonly rows: (answer: DriftAnswer) => Iterable<Cell[]>;
}

export const DRIFT_TABLES = {
  scores: {
    columns: [
      'revision',
      'plan_hash',
      'score',
      'lo95',
      'hi95',
      'change',
      'change_lo95',
      'change_hi95',
      'contacts_lost_mean',
      'contacts_lost_cvar95',
      'cost_mean',
    ],
    *rows({ revisions, changes }) {
      for (const [at, { label, planHash, score, mean, cvar95, cost }] of revisions.entries()) {
        const points = changes[at - 1]?.points;
        yield [
          label,
          planHash,
          score.value,
          score.lo95,
          score.hi95,
          points?.value ?? null,
          points?.lo95 ?? null,
          points?.hi95 ?? null,
          mean.value,
          cvar95.value,
          cost,
        ];
      }
    },
  },
  causes: {
    columns: ['from', 'to', 'kind', 'name', 'points'],
    *rows({ changes }) {
      for (const { from, to, causes, sites } of changes) {
        for (const { name, points } of causes) yield [from, to, 'cause', name, points];
        for (const { name, points } of sites) yield [from, to, 'site', name, points];
      }
    },
  },
  stress: {
    columns: ['revision', 'disruption', 'name', 'contacts_lost', 'worst_service_level', 'days_to_recover'],
    *rows({ revisions }) {
      for (const { label, stress } of revisions) {
        for (const { id, name, contactsLost, worstServiceLevel, daysToRecover } of stress)
          yield [label, id, name, contactsLost, worstServiceLevel, daysToRecover];
      }
    },
  },
} as const satisfies Record<string, DriftTable>;
