import {
  type CoverOptions,
  type HeadcountOptions,
  type HireOptions,
  launchReadiness,
  planHeadcount,
  planHires,
  type SkillOptions,
  shiftCover,
  skillPipeline,
} from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { highsSolver } from '../../../engine/stats';
import type { RunControl } from '../../../engine/units';
import { readSheets } from '../import-file';

/** People by week; the solver is loaded with the first question that needs it. */
export const headcountQuestions = {
  headcount: (plan: Plan, options: HeadcountOptions, control: RunControl) => planHeadcount(plan, options, control),
  /** Whom to hire when. */
  hires: async (plan: Plan, options: HireOptions, control: RunControl) =>
    planHires(plan, options, await highsSolver(), control),
  cover: async (plan: Plan, options: CoverOptions, control: RunControl) =>
    shiftCover(plan, options, await highsSolver(), control),
  /** Whether people are trained for what is launched. */
  launches: (plan: Plan, _options: null, control: RunControl) => launchReadiness(plan, control),
  /** Work and people by skill and month. */
  skills: (plan: Plan, options: SkillOptions, control: RunControl) => skillPipeline(plan, options, control),
  /** A workbook's sheets, cell by cell, before any of it lands. */
  sheets: (_plan: Plan, { file, name }: { readonly file: Blob; readonly name: string }, control: RunControl) =>
    readSheets(file, name, control),
};
