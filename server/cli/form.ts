import type { OptionReader } from './options';
import type { VerbOption } from './verb';

export type Form = 'json' | 'csv';

/** The two options that choose the form of the result. */
export function formOptions(usual: Form): Readonly<Record<Form, VerbOption>> {
  const mark = (form: Form) => (form === usual ? ' (what you get without either)' : '');
  return {
    json: { type: 'boolean', help: `the result as JSON${mark('json')}` },
    csv: { type: 'boolean', help: `the result as CSV${mark('csv')}` },
  };
}

export function formOf(options: OptionReader, usual: Form): Form {
  options.notBoth('csv', 'json');
  if (options.has('json')) return 'json';
  return options.has('csv') ? 'csv' : usual;
}
