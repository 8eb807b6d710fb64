import { InputFault, issue } from '../../units';
import type { ColumnKind } from './column-kinds';
import type { CsvTable } from './read-csv-table';

/** Names of a column of counts, the surest first. */
const VALUE_NAMES = [
  /^values?$/i,
  /^calls?(_?offered)?$/i,
  /^contacts?(_?offered)?$/i,
  /offered|angeboten|eingehend|incoming|inbound|received|re[çc]us|entrant|ofrecid|recibid/i,
  /^volume$|call.?volume/i,
  /^count$|^cnt$/i,
  /calls|contacts|volume|incidents|tickets|cases|arrivals|anrufe|kontakte|appels|llamadas/i,
  /^total$/i,
  /^y$/i,
];
/** Shares, rates and times are no counts. */
const NO_COUNT =
  /%|percent|rate|share|pct|avg|average|time|zeit|dauer|dur[ée]e|tiempo|tempo|taux|quote|seconds|asa\b|service.?level|\btarget/i;

export function isHandledName(name: string): boolean {
  return (
    /handled|answered|^answers?$|angenommen|bearbeitet|beantwortet|trait[ée]s|r[ée]pondus|atendid|contestad/i.test(
      name,
    ) && !NO_COUNT.test(name)
  );
}

export function isAbandonedName(name: string): boolean {
  return /abandon|\baban|\blost\b|abgebrochen|verloren|aufgelegt|perdid|perdus/i.test(name) && !NO_COUNT.test(name);
}

export interface CountClues {
  readonly table: CsvTable;
  readonly kinds: readonly ColumnKind[];
  readonly taken: ReadonlySet<number>;
  /** The layout's column of offered contacts, or -1. */
  readonly known: number;
  readonly handled: number | null;
  readonly abandoned: number | null;
  readonly notes: string[];
}

/** The column of offered contacts; handled and abandoned added up where there is none; else every column of numbers. */
export function pickCounts(clues: CountClues): { readonly values: number[]; readonly added: boolean } {
  const { table, kinds, taken, known, handled, abandoned, notes } = clues;
  const { columns } = table;
  const others = (used: readonly number[]) =>
    columns
      .map((_, i) => i)
      .filter(
        (i) => !taken.has(i) && !used.includes(i) && i !== handled && i !== abandoned && kinds[i]!.numbers >= 0.5,
      );
  const say = (used: number) => {
    const rest = others([used]);
    if (rest.length > 0)
      notes.push(`"${columns[used]}" is taken as the count; not used: ${rest.map((i) => columns[i]).join(', ')}.`);
  };
  if (known >= 0) return { values: [known], added: false };
  const free = columns.map((_, i) => i).filter((i) => !taken.has(i));
  const outcome = new Set([handled, abandoned]);
  for (const name of VALUE_NAMES) {
    const hit = free.filter(
      (i) =>
        name.test(columns[i]!) &&
        !NO_COUNT.test(columns[i]!) &&
        !outcome.has(i) &&
        (kinds[i]!.numbers > 0 || kinds[i]!.filled === 0 || free.length === 1),
    );
    if (hit.length === 1) {
      say(hit[0]!);
      return { values: hit, added: false };
    }
  }
  if (handled !== null && abandoned !== null) {
    notes.push(`Offered contacts are "${columns[handled]}" and "${columns[abandoned]}" added up.`);
    return { values: [handled, abandoned], added: true };
  }
  if (handled !== null) {
    notes.push(`"${columns[handled]}" is taken as the count: contacts that were not handled are not in it.`);
    return { values: [handled], added: false };
  }
  const numeric = free.filter((i) => kinds[i]!.numbers >= 0.5);
  if (numeric.length > 1)
    notes.push(
      `No column is evidently the count: each of ${numeric.map((i) => columns[i]).join(', ')} is read as a series of its own.`,
    );
  if (numeric.length > 0) return { values: numeric, added: false };
  const only = free[0];
  if (free.length === 1 && only !== undefined && (kinds[only]!.numbers > 0 || kinds[only]!.filled === 0)) {
    return { values: [only], added: false };
  }
  throw new InputFault([
    issue(
      'import.no-value',
      `columns ${columns.join(', ')}`,
      'no column of numbers',
      'a column of counts, such as calls or value',
    ),
  ]);
}
