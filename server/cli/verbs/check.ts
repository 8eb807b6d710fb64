import { checkPlan } from '../../../engine/answers';
import { InputFault } from '../../../engine/units';
import { writeJson } from '../output';
import { readJson } from '../read-json';
import { Exit, type Verb } from '../verb';

const ABOUT = `Validates a plan and says what it holds. A plan with mistakes gives all of them, each with its place, what was
found and what is allowed, on standard error and in the JSON, and exit status 2.`;

export const check: Verb = {
  usage: 'check PLAN.json',
  about: ABOUT,
  options: { json: { type: 'boolean', help: 'the result as JSON (the only form)' } },
  files: [1, 1],
  async run({ files, around }) {
    const answer = checkPlan(await readJson(files[0] ?? '-', around));
    await writeJson(around, answer);
    if (!answer.ok) throw new InputFault(answer.issues);
    for (const warning of answer.warnings) around.stderr.write(`Note: ${warning}\n`);
    return Exit.done;
  },
};
