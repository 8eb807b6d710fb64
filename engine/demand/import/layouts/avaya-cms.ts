import type { Layout } from './layout';

/**
 * Interval reports of Avaya CMS by split, skill or VDN: titles above, `8:00- 8:30AM` beside the counts, a row of totals.
 *
 * The date may stand in a title, as may the split. Source: Avaya CMS Supervisor Reports, split/skill interval report.
 */
export const avayaCms: Layout = {
  id: 'avaya-cms',
  name: 'Avaya CMS interval report',
  matches: (names, titles) =>
    names.has('acd calls') && (names.has('aban calls') || names.has('avg acd time') || /split|skill|vdn/i.test(titles)),
  roles: {
    timestamp: ['date', 'row date'],
    timeOfDay: ['time', 'start time', 'starttime', 'interval'],
    series: ['split/skill', 'split', 'skill', 'split name', 'vdn', 'vdn name'],
    offered: ['calls offered', 'inbound calls', 'offered'],
    handled: ['acd calls'],
    abandoned: ['aban calls'],
    handleTime: [
      { columns: ['avg handle time', 'aht'], per: 'contact' },
      { columns: ['avg acd time', 'avg hold time', 'avg acw time'], per: 'contact' },
      { columns: ['acd time', 'hold time', 'acw time'], per: 'total' },
    ],
  },
};

/**
 * Rows of Avaya CMS's historical tables (`hsplit`, `hvdn`), as custom reports and database links give them: times of day
 * as 830, durations in seconds and in total.
 *
 * Source: Avaya CMS database items and calculations (names of items); queries in public repositories.
 */
export const avayaCmsTables: Layout = {
  id: 'avaya-cms-tables',
  name: 'Avaya CMS historical table',
  matches: (names) => (names.has('row date') || names.has('starttime')) && names.has('acdcalls'),
  roles: {
    timestamp: ['row date', 'date'],
    timeOfDay: ['starttime', 'start time'],
    series: ['split', 'vdn', 'acd'],
    offered: ['callsoffered', 'incalls'],
    handled: ['acdcalls'],
    abandoned: ['abncalls'],
    handleTime: [
      { columns: ['holdacdtime', 'acdtime', 'acwtime'], per: 'total' },
      { columns: ['acdtime', 'holdtime', 'acwtime'], per: 'total' },
    ],
  },
};
