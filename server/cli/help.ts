import type { Verb } from './verb';

const STATUSES = `Exit status: 0 done; 1 a fault of ours; 2 your input is wrong (the message says where, what was found and
what is allowed); 3 no solution exists (and which limit forbids it).`;

const OUTPUT = `Results go to standard output, everything else to standard error. A file argument of - is standard input.
In CSV, a text that a spreadsheet would run as a formula (it begins with = @ + - or a tab, and is no number) gets an
apostrophe in front; JSON has every text as it is. Numbers have full double precision; an empty cell (JSON: null) means
that the figure does not exist there.`;

/** The overview: every verb in a line. */
export function overallHelp(verbs: ReadonlyMap<string, { readonly summary: string }>): string {
  const widest = Math.max(...[...verbs.keys()].map((name) => name.length));
  const lines = [...verbs].map(([name, { summary }]) => `  ${name.padEnd(widest)}  ${summary}`);
  return `ballast VERB [FILE] [--options]     ballast VERB --help

Plans contact-center staffing and tries footprints against disruptions.

${lines.join('\n')}

${OUTPUT}

${STATUSES}
`;
}

export function verbHelp(verb: Verb): string {
  const rows = Object.entries(verb.options).map(([name, option]) => {
    const value = option.type === 'string' ? ` ${option.value ?? 'TEXT'}` : '';
    return { flag: `--${name}${value}`, help: option.help };
  });
  rows.push({ flag: '--help', help: 'this text' });
  const widest = Math.max(...rows.map(({ flag }) => flag.length));
  const indent = ' '.repeat(widest + 4);
  const options = rows.map(({ flag, help }) => `  ${flag.padEnd(widest)}  ${help.replaceAll('\n', `\n${indent}`)}`);
  return `ballast ${verb.usage}\n\n${verb.about}\n\n${options.join('\n')}\n\n${OUTPUT}\n\n${STATUSES}\n`;
}
