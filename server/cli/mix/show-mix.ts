import { InputFault, issue } from '../../../engine/units';
import { formOf } from '../form';
import { OptionReader } from '../options';
import { writeCsv, writeJson } from '../output';
import { readPlanFile } from '../read-plan-file';
import { type Call, Exit, type ExitStatus, type VerbOption } from '../verb';
import { besideView, yearsView } from './beside-views';
import { consistencyView } from './consistency-view';
import type { MixView } from './mix-view';
import { readTargets, TARGET_NAMES, TARGET_OPTIONS, targetsOf } from './target-options';
import { transitionView, waysView } from './transition-views';

/** What `--show` shows beside the frontier. */
const VIEWS: Readonly<Record<string, MixView>> = {
  beside: besideView,
  years: yearsView,
  consistency: consistencyView,
  transition: transitionView,
  ways: waysView,
};

/** Words for the verb's help, a line a view. */
export const VIEW_WORDS = Object.entries(VIEWS)
  .map(([name, { about }]) => `       ${name.padEnd(12)}${about}`)
  .join('\n');

/** Every option of the views, and those that name footprints. */
export const VIEW_OPTIONS: Readonly<Record<string, VerbOption>> = {
  show: { type: 'string', value: 'VIEW', help: `frontier, ${Object.keys(VIEWS).join(', ')}; frontier without it` },
  ...TARGET_OPTIONS,
  ...Object.assign({}, ...Object.values(VIEWS).map(({ options }) => options)),
};

/** The view that a call asks for; null for the frontier. */
export function viewOf(options: OptionReader): MixView | null {
  const show = options.choice('show', ['frontier', ...Object.keys(VIEWS)]) ?? 'frontier';
  return VIEWS[show] ?? null;
}

/** Answers a view: footprints named by options, as JSON or as the view's table. */
export async function showMix(view: MixView, { files, values, around, control }: Call): Promise<ExitStatus> {
  const options = new OptionReader(values);
  const form = formOf(options, 'json');
  const asked = readTargets(options);
  options.only(`--show ${options.text('show')}`, [
    'show',
    'json',
    'csv',
    ...TARGET_NAMES,
    ...Object.keys(view.options),
  ]);
  const answerOf = view.read(options);
  options.finish();
  const plan = await readPlanFile(files[0], around);
  const targets = targetsOf(plan, asked);
  const [least, most] = view.targets;
  if (targets.length < least || targets.length > most) {
    const allowed =
      least === most ? `${least} of --scenario, --from with --to, --sizes` : `${least} to ${most} of them`;
    throw new InputFault([issue('mix.targets', '--scenario', `${targets.length} footprints`, allowed)]);
  }
  const { answer, columns, rows, told, isWithout = false } = answerOf(plan, targets, control);
  control.clear();
  if (form === 'json') await writeJson(around, answer);
  else await writeCsv(around, columns, rows);
  for (const line of told) around.stderr.write(`${line}\n`);
  return isWithout ? Exit.noSolution : Exit.done;
}
