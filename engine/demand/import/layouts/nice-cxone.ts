import type { Layout } from './layout';

const NAMES = [
  'contacts offered',
  'contacts queued',
  'contacts received',
  'queued contacts',
  'inbound contacts',
  'contactsreceived',
];
const HANDLED = ['contacts handled', 'handled contacts', 'acd contacts', 'handled', 'contactshandled'];
const ABANDONED = [
  'abandon cnt',
  'contacts abandoned',
  'abandoned contacts',
  'abandons',
  'abandoned',
  'contactsabandoned',
];

/**
 * NICE CXone by skill and interval: data downloads, custom reports, and the exports of IEX workforce management by contact
 * type, which are parted by bars, may begin their names with `#fields:` and write dates as mmddyyyy.
 *
 * Source: NICE CXone help: data download metrics; IEX WFM Integrated, CT results export module (bars, `date`, `period`,
 * `TZ`) and export output files (header line).
 */
export const niceCxoneSkills: Layout = {
  id: 'nice-cxone',
  name: 'NICE CXone by skill and interval',
  matches: (names) =>
    ['skill name', 'skill no', 'skill', 'ctid', 'ct id', 'ctname', 'ct name'].some((name) => names.has(name)) &&
    [...NAMES, ...ABANDONED].some((name) => names.has(name)),
  roles: {
    timestamp: ['interval start', 'interval start time', 'start date', 'date', 'interval'],
    timeOfDay: ['start time', 'interval', 'period', 'time'],
    series: ['skill name', 'skill', 'ctname', 'ct name', 'queue', 'media name', 'media type'],
    seriesNumber: ['ctid', 'ct id', 'skill no'],
    offered: NAMES,
    handled: HANDLED,
    abandoned: ABANDONED,
    handleTime: [
      {
        columns: ['avg handle time', 'average handle time', 'aht', 'handle time avg', 'avghandletime'],
        per: 'contact',
      },
      { columns: ['handle time', 'total handle time', 'handle seconds'], per: 'total' },
      { columns: ['acd time', 'acw time'], per: 'total' },
    ],
  },
};

/** NICE CXone's call detail: one row a contact. */
export const niceCxoneContacts: Layout = {
  id: 'nice-cxone-contacts',
  name: 'NICE CXone call detail, one row a contact',
  matches: (names) => names.has('contact id') && names.has('master contact id') && names.has('skill name'),
  roles: {
    timestamp: ['start date', 'contact start date', 'contact start'],
    timeOfDay: ['start time'],
    series: ['skill name', 'media name'],
    offered: [],
    handled: [],
    abandoned: [],
    handleTime: [
      { columns: ['handle time', 'total handle time'], per: 'contact' },
      { columns: ['agent time', 'acw seconds'], per: 'contact' },
    ],
  },
  rowsAreContacts: true,
};
