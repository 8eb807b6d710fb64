import type { Plan, Site } from '../../../engine/plan';
import { kindLabel } from '../../format';
import {
  choiceColumn,
  countColumn,
  type GridColumn,
  moneyColumn,
  numberColumn,
  shareColumn,
  shownColumn,
  textColumn,
} from '../../grid';
import type { Editable } from '../../state';

type Row = Editable<Site>;

/** What of a site is edited in the table. */
export function siteColumns(plan: Plan): GridColumn<Row>[] {
  const providers = plan.providers
    .filter(({ kind }) => kind !== 'holding')
    .map(({ id, name }) => ({ value: id, label: name }));
  const isHome = (row: Row) => row.kind === 'work-at-home';
  const platformNames = (row: Row) =>
    row.platforms.map((id) => plan.platforms.find((platform) => platform.id === id)?.name ?? id).join(', ');
  return [
    textColumn<Row>({
      key: 'name',
      label: 'Site',
      path: 'name',
      width: 200,
      get: (row) => row.name,
      set: (row, value) => {
        row.name = value;
      },
    }),
    choiceColumn<Row>({
      key: 'provider',
      label: 'Provider',
      path: 'provider',
      width: 160,
      choices: providers,
      get: (row) => row.provider,
      set: (row, value) => {
        row.provider = value;
      },
    }),
    shownColumn<Row>('kind', 'Kind', 'kind', (row) => kindLabel(row.kind), 108),
    countColumn<Row>({
      key: 'seats',
      label: 'Seats',
      path: 'seats',
      width: 72,
      get: (row) => row.seats,
      set: (row, value) => {
        row.seats = value;
      },
      isFixed: isHome,
    }),
    textColumn<Row>({
      key: 'metro',
      label: 'Metro',
      path: 'metro',
      width: 120,
      hint: 'Sites with the same metro fail together',
      get: (row) => row.metro,
      set: (row, value) => {
        row.metro = value;
      },
    }),
    textColumn<Row>({
      key: 'country',
      label: 'Country',
      path: 'country',
      width: 74,
      allowed: 'two capital letters such as PH',
      pattern: /^[A-Z]{2}$/,
      get: (row) => row.country,
      set: (row, value) => {
        row.country = value;
      },
    }),
    textColumn<Row>({
      key: 'zone',
      label: 'Time zone',
      path: 'zone',
      width: 160,
      get: (row) => row.zone,
      set: (row, value) => {
        row.zone = value;
      },
    }),
    textColumn<Row>({
      key: 'hours',
      label: 'Opening hours',
      path: 'openingHours',
      width: 190,
      hint: 'In the site’s own zone',
      get: (row) => row.openingHours,
      set: (row, value) => {
        row.openingHours = value;
      },
    }),
    moneyColumn<Row>(plan.currency, {
      key: 'wage',
      label: 'Wage an hour',
      path: 'wage.perHour',
      get: (row) => row.wage.perHour,
      set: (row, value) => {
        row.wage.perHour = value;
      },
    }),
    shareColumn<Row>({
      key: 'benefits',
      label: 'Benefits on top',
      path: 'wage.benefitsShare',
      max: 2,
      get: (row) => row.wage.benefitsShare,
      set: (row, value) => {
        row.wage.benefitsShare = value;
      },
    }),
    moneyColumn<Row>(plan.currency, {
      key: 'facility',
      label: 'Seat a month',
      path: 'facilityCostPerSeatMonth',
      hint: 'Cost of a workplace',
      get: (row) => row.facilityCostPerSeatMonth,
      set: (row, value) => {
        row.facilityCostPerSeatMonth = value;
      },
    }),
    shareColumn<Row>({
      key: 'eligible',
      label: 'Can work from home',
      path: 'workAtHome.eligibleShare',
      hint: 'Share of people who can go on from home when the building closes',
      get: (row) => row.workAtHome?.eligibleShare,
      set: (row, value) => {
        if (row.workAtHome) row.workAtHome.eligibleShare = value;
      },
      isFixed: (row) => row.workAtHome === undefined,
    }),
    numberColumn<Row>({
      key: 'latitude',
      label: 'Latitude',
      path: 'latitude',
      width: 84,
      min: -90,
      max: 90,
      get: (row) => row.latitude,
      set: (row, value) => {
        row.latitude = value;
      },
    }),
    numberColumn<Row>({
      key: 'longitude',
      label: 'Longitude',
      path: 'longitude',
      width: 84,
      min: -180,
      max: 180,
      get: (row) => row.longitude,
      set: (row, value) => {
        row.longitude = value;
      },
    }),
    shownColumn<Row>('platforms', 'Platforms', 'platforms', platformNames, 280),
  ];
}
