import type { Layout } from './layout';

/**
 * Interval exports of Genesys Cloud's queue views. Durations are milliseconds unless the export was told otherwise.
 *
 * The columns before the figures (interval, whether it was complete, filters, media type) and the averages are those of
 * exports that public repositories describe; names of counts vary by view and edition, so both forms are known. Source:
 * Genesys Cloud Resource Center, available columns of performance views.
 */
export const genesysCloud: Layout = {
  id: 'genesys-cloud',
  name: 'Genesys Cloud interval view',
  matches: (names) =>
    names.has('interval start') &&
    names.has('interval end') &&
    ['offer', 'offered', 'answer', 'answered', 'handle', 'avg handle', 'media type', 'interval complete'].filter(
      (name) => names.has(name),
    ).length >= 2,
  roles: {
    timestamp: ['interval start'],
    series: ['queue name', 'media type'],
    offered: ['offer', 'offered'],
    handled: ['answer', 'answered', 'handle', 'handled'],
    abandoned: ['abandon', 'abandoned'],
    handleTime: [
      { columns: ['avg handle'], per: 'contact' },
      { columns: ['total handle'], per: 'total' },
      { columns: ['avg talk', 'avg hold', 'avg acw'], per: 'contact' },
    ],
    complete: ['interval complete'],
  },
};
