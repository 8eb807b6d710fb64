import { parseArgs } from 'node:util';
import { InputFault } from '../../engine/units';
import { failure } from './failure';
import { overallHelp, verbHelp } from './help';
import { progressBar } from './progress';
import { UsageFault } from './usage-fault';
import { Exit, type ExitStatus, parseConfig, type Surroundings, type Verb } from './verb';
import { VERBS } from './verbs';

/** Runs one command to its end and returns its exit status; never throws. */
export async function main(argv: readonly string[], around: Surroundings): Promise<ExitStatus> {
  const progress = progressBar(around);
  try {
    return await dispatch(argv, around, progress);
  } catch (error) {
    progress.clear();
    const { status, text } = failure(error);
    around.stderr.write(text);
    return status;
  } finally {
    progress.clear();
  }
}

async function dispatch(
  [name, ...rest]: readonly string[],
  around: Surroundings,
  control: ReturnType<typeof progressBar>,
): Promise<ExitStatus> {
  if (name === '--help' || name === '-h' || name === 'help') {
    around.stdout.write(overallHelp(VERBS));
    return Exit.done;
  }
  const entry = name === undefined ? undefined : VERBS.get(name);
  if (name === undefined || entry === undefined) {
    const found = name === undefined ? 'No verb was given' : `"${name}" is no verb of ballast`;
    throw new UsageFault(`${found}; there are ${[...VERBS.keys()].join(', ')}. More with: ballast --help`);
  }
  const verb = await entry.load();
  const { values, positionals } = takeApart(name, verb, rest);
  if (values.help === true) {
    around.stdout.write(verbHelp(verb));
    return Exit.done;
  }
  checkFileCount(verb, positionals);
  const file = positionals[verb.fileAt ?? 0];
  const source = file === '-' ? 'standard input' : file;
  try {
    return await verb.run({ values, files: positionals, around, control });
  } catch (error) {
    if (source !== undefined && error instanceof InputFault) throw inFile(source, error);
    throw error;
  }
}

function takeApart(name: string, verb: Verb, args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: parseConfig(verb), allowPositionals: true, strict: true });
  } catch (error) {
    const known = [...Object.keys(verb.options), 'help'].map((option) => `--${option}`).join(', ');
    const [first = ''] = error instanceof Error ? error.message.split('\n') : [String(error)];
    const reason = first.split('. ')[0]?.replace(/\.$/, '');
    const hint = first.includes('ambiguous') ? ' (a value with a dash in front is written --option=-1)' : '';
    throw new UsageFault(`ballast ${name}: ${reason}${hint}. Its options are ${known}.`);
  }
}

function checkFileCount(verb: Verb, files: readonly string[]): void {
  const [fewest, most] = verb.files;
  if (files.length >= fewest && files.length <= most) return;
  const wanted = most === 0 ? 'no file' : fewest === most ? `${most} file` : `${fewest} to ${most} files`;
  throw new UsageFault(`ballast ${verb.usage}: takes ${wanted}, got ${files.length}.`);
}

/** The issues of an input with its name in front, unless it is there or the issue is about an option. */
function inFile(name: string, fault: InputFault): InputFault {
  return new InputFault(
    fault.issues.map((issue) =>
      issue.path.startsWith('--') || issue.message.startsWith(name)
        ? issue
        : { ...issue, message: `${name}: ${issue.message}` },
    ),
  );
}
