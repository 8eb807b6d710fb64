import type { ParseArgsConfig } from 'node:util';
import type { RunControl } from '../../engine/units';

/** What a verb has to do with the world; tests hand in their own. */
export interface Surroundings {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder that the command was called in. */
  readonly workingFolder: string;
  /** The folder of the checkout or installation. */
  readonly home: string;
}

/** How a command ended, as its exit status tells scripts. */
export const Exit = { done: 0, ourFault: 1, wrongInput: 2, noSolution: 3 } as const;
export type ExitStatus = (typeof Exit)[keyof typeof Exit];

/** A value given to an option: a text, or true for a switch, or several texts. */
export type OptionValues = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

/** A command with its arguments taken apart. */
export interface Call {
  readonly values: OptionValues;
  readonly files: readonly string[];
  readonly around: Surroundings;
  /** Reports progress on standard error when it is a terminal. */
  readonly control: RunControl & {
    /** Takes the progress bar away, before anything else is written there. */
    clear(): void;
  };
}

export interface VerbOption {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  /** What stands for the value in the help, such as `SECONDS`. */
  readonly value?: string;
  readonly help: string;
}

/** One verb of the command line. */
export interface Verb {
  /** The line after `ballast`, such as `erlang CASES.csv`. */
  readonly usage: string;
  readonly about: string;
  readonly options: Readonly<Record<string, VerbOption>>;
  /** The fewest and the most file arguments. */
  readonly files: readonly [number, number];
  /** Position of the file whose name goes before messages; the first unless given. */
  readonly fileAt?: number;
  run(call: Call): Promise<ExitStatus>;
}

/** The options of a verb in the form that Node takes; `--help` belongs to every verb. */
export function parseConfig(verb: Verb): NonNullable<ParseArgsConfig['options']> {
  const options: NonNullable<ParseArgsConfig['options']> = { help: { type: 'boolean', short: 'h' } };
  for (const [name, { type, multiple = false }] of Object.entries(verb.options)) options[name] = { type, multiple };
  return options;
}
