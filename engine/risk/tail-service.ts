/** Some contacts that fared alike: a stream's answered contacts of a day, and how long they waited. */
export interface WaitCell {
  readonly day: number;
  readonly stream: number;
  readonly contacts: number;
  /** Mean wait of those answered, in seconds. */
  readonly wait: number;
}

/** How the contacts that waited longest fared. */
export interface TailService {
  /** Contacts in the tail; a part of the last cell counts as such. */
  readonly contacts: number;
  /** Mean wait of the tail (conditional value at risk), and the wait that only the tail exceeds, in seconds. */
  readonly meanWait: number;
  readonly waitExceeded: number;
  /** Days and streams of the tail, those with most of its contacts first. */
  readonly days: readonly { readonly day: number; readonly contacts: number }[];
  readonly streams: readonly { readonly stream: number; readonly contacts: number }[];
}

/**
 * The worst part of service: the given share of contacts that waited longest, and when and where they came.
 *
 * Cells are taken from the longest wait down until they hold that share of all contacts; the mean over them is the
 * conditional value at risk of the wait, with each cell's mean standing for its contacts. Waits within a cell differ, so
 * the figure is below that of single contacts.
 *
 * Source: Rockafellar and Uryasev (2000, Journal of Risk 2(3)). Units: contacts, seconds. Valid: share above 0, at most 1.
 * Cost: n log n in cells.
 *
 * @example tailService([{ day: 0, stream: 0, contacts: 95, wait: 10 }, { day: 1, stream: 0, contacts: 5, wait: 600 }], 0.05).meanWait // 600
 */
export function tailService(cells: readonly WaitCell[], share: number): TailService | null {
  const all = cells.reduce((sum, { contacts }) => sum + contacts, 0);
  if (!(all > 0)) return null;
  const size = all * share;
  const byDay = new Map<number, number>();
  const byStream = new Map<number, number>();
  let left = size;
  let waited = 0;
  let waitExceeded = 0;
  for (const cell of [...cells].sort((a, b) => b.wait - a.wait || a.day - b.day || a.stream - b.stream)) {
    if (left <= 0) break;
    const taken = Math.min(left, cell.contacts);
    if (taken <= 0) continue;
    left -= taken;
    waited += taken * cell.wait;
    waitExceeded = cell.wait;
    byDay.set(cell.day, (byDay.get(cell.day) ?? 0) + taken);
    byStream.set(cell.stream, (byStream.get(cell.stream) ?? 0) + taken);
  }
  const most = (a: { readonly contacts: number }, b: { readonly contacts: number }) => b.contacts - a.contacts;
  return {
    contacts: size,
    meanWait: waited / size,
    waitExceeded,
    days: [...byDay].map(([day, contacts]) => ({ day, contacts })).sort(most),
    streams: [...byStream].map(([stream, contacts]) => ({ stream, contacts })).sort(most),
  };
}
