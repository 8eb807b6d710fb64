import type { Layout } from './layout';

/**
 * Historical metrics of Amazon Connect by queue and interval, as downloaded or scheduled.
 *
 * Start and end stand in one column each (`StartInterval`), or in columns of dates and times (`StartDate`, `StartTime`);
 * durations are seconds or h:mm:ss. Source: Amazon Connect Administrator Guide, historical metrics definitions (names of
 * metrics); columns of times from readers of downloads in public repositories, which name both forms.
 */
export const amazonConnect: Layout = {
  id: 'amazon-connect',
  name: 'Amazon Connect historical metrics',
  matches: (names) =>
    ['startinterval', 'start interval', 'startdate', 'start date'].some((name) => names.has(name)) &&
    ['contacts queued', 'contacts handled', 'contacts handled incoming', 'contacts incoming', 'contacts created'].some(
      (name) => names.has(name),
    ) &&
    ![...names].some((name) => name.startsWith('skill')),
  roles: {
    timestamp: ['startinterval', 'start interval', 'startdate', 'start date'],
    timeOfDay: ['starttime', 'start time'],
    series: ['queue', 'queue name', 'channel'],
    offered: ['contacts queued', 'contacts queued (enqueue timestamp)', 'contacts incoming', 'contacts created'],
    handled: ['contacts handled', 'contacts handled (connected to agent timestamp)', 'contacts handled incoming'],
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
