import type { Layout } from './layout';

/**
 * Historical metrics of Amazon Connect by queue and interval, as downloaded or scheduled.
 *
 * Source: Amazon Connect Administrator Guide, historical metrics definitions (names of metrics).
 */
export const amazonConnect: Layout = {
  id: 'amazon-connect',
  name: 'Amazon Connect historical metrics',
  matches: (names) =>
    (names.has('startinterval') || names.has('start interval')) &&
    ['contacts queued', 'contacts handled', 'contacts incoming', 'contacts created'].some((name) => names.has(name)),
  roles: {
    timestamp: ['startinterval', 'start interval'],
    series: ['queue', 'queue name', 'channel'],
    offered: ['contacts queued', 'contacts incoming', 'contacts created'],
    handled: ['contacts handled', 'contacts handled incoming'],
    abandoned: ['contacts abandoned'],
    handleTime: [
      { columns: ['average handle time'], per: 'contact' },
      { columns: ['contact handle time'], per: 'total' },
      {
        columns: ['average agent interaction time', 'average customer hold time', 'average after contact work time'],
        per: 'contact',
      },
    ],
  },
};
