import { planHash, readPlan } from '../../../engine/plan';
import { writeJson } from '../output';
import { readJson } from '../read-json';
import { Exit, type Verb } from '../verb';

export const check: Verb = {
  usage: 'check PLAN.json',
  about: `Validates a plan and says what it holds. A plan with mistakes gives all of them, each with its place, what was
found and what is allowed, on standard error, and exit status 2.`,
  options: { json: { type: 'boolean', help: 'JSON (the only form, and the default)' } },
  files: [1, 1],
  async run({ files, around }) {
    const plan = readPlan(await readJson(files[0] ?? '-', around));
    await writeJson(around, { valid: true, id: plan.id, name: plan.name, hash: planHash(plan) });
    return Exit.done;
  },
};
