import type { Layout } from './layout';

const SERIES = ['ticket group', 'group', 'ticket brand', 'ticket form', 'ticket channel', 'channel', 'via'];

/**
 * Zendesk Explore, tickets by date and hour of their making.
 *
 * Source: Zendesk help, metrics and attributes of the Support tickets dataset (names of columns).
 */
export const zendeskExplore: Layout = {
  id: 'zendesk-explore',
  name: 'Zendesk Explore, tickets by date and hour',
  matches: (names) =>
    names.has('ticket created - date') &&
    ['tickets', 'count(tickets)', 'created tickets', 'tickets created', 'd count(tickets)'].some((name) =>
      names.has(name),
    ),
  roles: {
    timestamp: ['ticket created - date'],
    timeOfDay: ['ticket created - hour'],
    series: SERIES,
    offered: ['tickets', 'count(tickets)', 'created tickets', 'tickets created', 'd count(tickets)'],
    handled: ['solved tickets', 'tickets solved'],
    abandoned: [],
    handleTime: [{ columns: ['agent handle time', 'handle time'], per: 'contact' }],
  },
  leavesOutZeros: true,
};

/** Zendesk's export of tickets, one row a ticket. */
export const zendeskTickets: Layout = {
  id: 'zendesk-tickets',
  name: 'Zendesk tickets, one row a ticket',
  matches: (names) =>
    (names.has('ticket id') && [...names].some((name) => name.startsWith('ticket created - '))) ||
    (names.has('id') && names.has('created at') && (names.has('requester') || names.has('subject'))),
  roles: {
    timestamp: ['ticket created - timestamp', 'created at', 'ticket created - date'],
    timeOfDay: ['ticket created - hour'],
    series: SERIES,
    offered: [],
    handled: [],
    abandoned: [],
    handleTime: [],
  },
  rowsAreContacts: true,
};
