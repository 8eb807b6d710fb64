import type { Layout } from './layout';

/**
 * Interval exports of Genesys Cloud's queue views. Durations are milliseconds unless the export was told otherwise.
 *
 * Source: Genesys Cloud Resource Center, export of performance views (names of columns).
 */
export const genesysCloud: Layout = {
  id: 'genesys-cloud',
  name: 'Genesys Cloud interval view',
  matches: (names) =>
    names.has('interval start') &&
    names.has('interval end') &&
    ['offer', 'answer', 'handle', 'avg handle', 'media type', 'interval complete'].filter((name) => names.has(name))
      .length >= 2,
  roles: {
    timestamp: ['interval start'],
    series: ['queue name', 'media type'],
    offered: ['offer'],
    handled: ['answer', 'handle'],
    abandoned: ['abandon'],
    handleTime: [
      { columns: ['avg handle'], per: 'contact' },
      { columns: ['total handle'], per: 'total' },
      { columns: ['avg talk', 'avg hold', 'avg acw'], per: 'contact' },
    ],
    complete: ['interval complete'],
  },
};
