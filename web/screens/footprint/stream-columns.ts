import type { Plan, Stream } from '../../../engine/plan';
import { channelLabel, languageLabel } from '../../format';
import { countColumn, type GridColumn, numberColumn, shareColumn, shownColumn, textColumn } from '../../grid';
import type { Editable } from '../../state';

type Row = Editable<Stream>;

/** The typical week of a seasonal stream, the mean of a forecast; nothing where a formula over drivers decides. */
function contactsPerWeek({ demand }: Row): number | null {
  if (demand.kind === 'seasonal') return demand.contactsPerWeek;
  if (demand.kind !== 'weekly') return null;
  return demand.contactsByWeek.reduce((sum, contacts) => sum + contacts, 0) / demand.contactsByWeek.length;
}

function setContacts({ demand }: Row, contacts: number): void {
  if (demand.kind === 'seasonal') demand.contactsPerWeek = contacts;
}

/** The share that a stream promises: the least served, or the most abandoned. */
function promised({ target }: Row): number {
  return target.kind === 'abandonment' ? target.maxShare : target.share;
}

function setPromised({ target }: Row, share: never): void {
  if (target.kind === 'abandonment') target.maxShare = share;
  else target.share = share;
}

/** What of a stream is edited in the table. */
export function streamColumns(plan: Plan): GridColumn<Row>[] {
  const marketName = (row: Row) => plan.markets.find(({ id }) => id === row.market)?.name ?? row.market;
  return [
    textColumn<Row>({
      key: 'name',
      label: 'Stream',
      path: 'name',
      width: 220,
      get: (row) => row.name,
      set: (row, value) => {
        row.name = value;
      },
    }),
    shownColumn<Row>('market', 'Market', 'market', marketName, 150),
    shownColumn<Row>('channel', 'Channel', 'channel', (row) => channelLabel(row.channel), 92),
    shownColumn<Row>('language', 'Language', 'language', (row) => languageLabel(row.language), 88),
    numberColumn<Row>({
      key: 'contacts',
      label: 'Contacts a week',
      path: 'demand.contactsPerWeek',
      decimals: 0,
      hint: 'The typical week of a seasonal stream; of a forecast the mean, which is changed on Demand',
      get: contactsPerWeek,
      set: setContacts,
      isFixed: (row) => row.demand.kind !== 'seasonal',
    }),
    shareColumn<Row>({
      key: 'growth',
      label: 'Growth a year',
      path: 'demand.growthPerYear',
      min: -0.9,
      max: 5,
      get: (row) => (row.demand.kind === 'seasonal' ? row.demand.growthPerYear : null),
      set: (row, value) => {
        if (row.demand.kind === 'seasonal') row.demand.growthPerYear = value;
      },
      isFixed: (row) => row.demand.kind !== 'seasonal',
    }),
    numberColumn<Row>({
      key: 'aht',
      label: 'Handle time, s',
      path: 'handleTime.meanSeconds',
      decimals: 0,
      min: 1,
      max: 2_592_000,
      get: (row) => row.handleTime.meanSeconds,
      set: (row, value) => {
        row.handleTime.meanSeconds = value;
      },
    }),
    numberColumn<Row>({
      key: 'patience',
      label: 'Patience, s',
      path: 'patienceSeconds',
      decimals: 0,
      min: 1,
      max: 2_592_000,
      hint: 'Mean time that customers are willing to wait; deferrable work has none',
      get: (row) => row.patienceSeconds,
      set: (row, value) => {
        row.patienceSeconds = value;
      },
      isFixed: (row) => row.target.kind === 'complete-within',
    }),
    shareColumn<Row>({
      key: 'promise',
      label: 'Target',
      path: 'target.share',
      hint: 'Least share served in time, or the most abandoned',
      get: promised,
      set: setPromised,
    }),
    numberColumn<Row>({
      key: 'seconds',
      label: 'Within, s',
      path: 'target.seconds',
      decimals: 0,
      max: 86_400,
      get: (row) => (row.target.kind === 'answer-within' ? row.target.seconds : null),
      set: (row, value) => {
        if (row.target.kind === 'answer-within') row.target.seconds = value;
      },
      isFixed: (row) => row.target.kind !== 'answer-within',
    }),
    numberColumn<Row>({
      key: 'hours',
      label: 'Within, hours',
      path: 'target.hours',
      min: 0.25,
      max: 2000,
      get: (row) => (row.target.kind === 'complete-within' ? row.target.hours : null),
      set: (row, value) => {
        if (row.target.kind === 'complete-within') row.target.hours = value;
      },
      isFixed: (row) => row.target.kind !== 'complete-within',
    }),
    countColumn<Row>({
      key: 'priority',
      label: 'Priority',
      path: 'priority',
      width: 76,
      min: 1,
      max: 9,
      hint: '1 is served first',
      get: (row) => row.priority,
      set: (row, value) => {
        row.priority = value;
      },
    }),
    shareColumn<Row>({
      key: 'occupancy',
      label: 'Largest occupancy',
      path: 'maxOccupancy',
      min: 0.3,
      max: 1,
      hint: 'Staffing never plans above it',
      get: (row) => row.maxOccupancy,
      set: (row, value) => {
        row.maxOccupancy = value;
      },
    }),
    shareColumn<Row>({
      key: 'redial',
      label: 'Try again',
      path: 'redialShare',
      hint: 'Share of those who abandon that try again the same day',
      get: (row) => row.redialShare,
      set: (row, value) => {
        row.redialShare = value;
      },
    }),
    numberColumn<Row>({
      key: 'concurrency',
      label: 'At once',
      path: 'concurrency.contacts',
      width: 76,
      min: 1,
      max: 12,
      hint: 'Contacts that one agent works on at once',
      get: (row) => row.concurrency?.contacts,
      set: (row, value) => {
        if (row.concurrency) row.concurrency.contacts = value;
      },
      isFixed: (row) => row.concurrency === undefined,
    }),
    shareColumn<Row>({
      key: 'variation',
      label: 'Daily variation',
      path: 'dailyVariation',
      max: 3,
      hint: 'Spread of a day’s total around its forecast',
      get: (row) => row.dailyVariation,
      set: (row, value) => {
        row.dailyVariation = value;
      },
    }),
  ];
}
