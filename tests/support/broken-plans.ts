// biome-ignore lint/suspicious/noExplicitAny: the tests break documents in ways that types forbid
export type Loose = any;

/** Each breaks one valid plan in one way, and says where the fault must be found. */
export const brokenPlans: readonly (readonly [
  name: string,
  change: (plan: Loose) => void,
  code: string,
  path: string,
])[] = [
  [
    'a key that nobody knows',
    (plan) => {
      plan.streams[0].aht = 300;
    },
    'plan.unknown-key',
    'streams[0 "voice-en"].aht',
  ],
  [
    'an unknown key at the top',
    (plan) => {
      plan.headcount = 3;
    },
    'plan.unknown-key',
    'headcount',
  ],
  [
    'a missing field',
    (plan) => {
      delete plan.sites[1].zone;
    },
    'plan.missing',
    'sites[1 "manila"].zone',
  ],
  [
    'text where a number belongs',
    (plan) => {
      plan.streams[0].handleTime.meanSeconds = '300';
    },
    'plan.type',
    'streams[0 "voice-en"].handleTime.meanSeconds',
  ],
  [
    'a negative duration',
    (plan) => {
      plan.streams[0].handleTime.meanSeconds = -5;
    },
    'plan.too-small',
    'streams[0 "voice-en"].handleTime.meanSeconds',
  ],
  [
    'a share above one',
    (plan) => {
      plan.streams[0].target.share = 80;
    },
    'plan.too-large',
    'streams[0 "voice-en"].target.share',
  ],
  [
    'an unknown channel',
    (plan) => {
      plan.streams[0].channel = 'fax';
    },
    'plan.choice',
    'streams[0 "voice-en"].channel',
  ],
  [
    'an unknown kind of target',
    (plan) => {
      plan.streams[0].target.kind = 'fast';
    },
    'plan.choice',
    'streams[0 "voice-en"].target.kind',
  ],
  [
    'a market that is not there',
    (plan) => {
      plan.streams[0].market = 'mars';
    },
    'plan.unknown-reference',
    'streams[0].market',
  ],
  [
    'a team at no site',
    (plan) => {
      plan.teams[1].site = 'atlantis';
    },
    'plan.unknown-reference',
    'teams[1].site',
  ],
  [
    'two entries of one id',
    (plan) => {
      plan.sites[1].id = 'berlin';
    },
    'plan.duplicate-id',
    'sites[1].id',
  ],
  [
    'shares of a day that do not add up',
    (plan) => {
      plan.streams[0].demand.dayOfWeekShare[0] = 0.9;
    },
    'plan.shares',
    'streams[0].demand.dayOfWeekShare',
  ],
  [
    'a split that does not add up',
    (plan) => {
      plan.routing = [
        {
          stream: 'voice-en',
          mode: 'split',
          failover: true,
          shares: [
            { team: 'berlin-care', share: 0.5 },
            { team: 'manila-care', share: 0.4 },
          ],
        },
      ];
    },
    'plan.shares',
    'routing[0].shares',
  ],
  [
    'a split to a team that cannot do it',
    (plan) => {
      plan.teams[1].languages = ['de'];
      plan.routing = [
        { stream: 'voice-en', mode: 'split', failover: true, shares: [{ team: 'manila-care', share: 1 }] },
      ];
    },
    'plan.cannot-serve',
    'routing[0].shares[0].team',
  ],
  [
    'parents in a circle',
    (plan) => {
      plan.providers[0].parent = 'vendor';
      plan.providers[1].parent = 'own';
    },
    'plan.parent-circle',
    'providers[0].parent',
  ],
  [
    'a zone that does not exist',
    (plan) => {
      plan.sites[0].zone = 'Europe/Atlantis';
    },
    'plan.zone',
    'sites[0].zone',
  ],
  [
    'opening hours that do not parse',
    (plan) => {
      plan.markets[0].openingHours = 'nine to five';
    },
    'plan.opening-hours',
    'markets[0].openingHours',
  ],
  [
    'a day that does not exist',
    (plan) => {
      plan.calendar.startDate = '2027-02-30';
    },
    'plan.date',
    'calendar.startDate',
  ],
  [
    'seats at home',
    (plan) => {
      plan.sites[0].kind = 'work-at-home';
    },
    'plan.seats',
    'sites[0].seats',
  ],
  [
    'an outsourcer without a contract',
    (plan) => {
      delete plan.providers[1].contract;
    },
    'plan.contract',
    'providers[1].contract',
  ],
  [
    'patience on deferrable work',
    (plan) => {
      plan.streams[1].patienceSeconds = 60;
    },
    'plan.patience',
    'streams[1].patienceSeconds',
  ],
  [
    'a disruption of a country without sites',
    (plan) => {
      plan.disruptions[0].effects[0].scope.member = 'FR';
    },
    'plan.unknown-reference',
    'disruptions[0].effects[0].scope.member',
  ],
  [
    'a capacity loss for a language',
    (plan) => {
      plan.disruptions[0].effects[0].scope = { of: 'language', member: 'en' };
    },
    'plan.scope',
    'disruptions[0].effects[0].scope.of',
  ],
  [
    'control characters in a name',
    (plan) => {
      plan.sites[0].name = 'Berlin\u202Enilreb';
    },
    'plan.format',
    'sites[0 "berlin"].name',
  ],
  [
    'no streams at all',
    (plan) => {
      plan.streams = [];
    },
    'plan.too-small',
    'streams',
  ],
  [
    'a version from the future',
    (plan) => {
      plan.version = 99;
    },
    'plan.version-too-new',
    'version',
  ],
  [
    'no version',
    (plan) => {
      delete plan.version;
    },
    'plan.version',
    'version',
  ],
  [
    'another format',
    (plan) => {
      plan.format = 'spreadsheet';
    },
    'plan.format',
    'format',
  ],
  [
    'an event on a stream that is not there',
    (plan) => {
      plan.events = [{ ...promotion(), scope: { streams: ['fax'] } }];
    },
    'plan.unknown-reference',
    'events[0].scope.streams[0]',
  ],
  [
    'an event that does nothing',
    (plan) => {
      plan.events = [{ ...promotion(), volume: undefined }];
    },
    'plan.event-effect',
    'events[0]',
  ],
  [
    'an event on a day that does not exist',
    (plan) => {
      plan.events = [{ ...promotion(), startDate: '2027-02-30' }];
    },
    'plan.date',
    'events[0].startDate',
  ],
  [
    'a measure of no known kind',
    (plan) => {
      plan.measures = [{ id: 'magic', kind: 'magic', name: 'Magic', on: true }];
    },
    'plan.choice',
    'measures[0 "magic"].kind',
  ],
  [
    'an override that ends before it begins',
    (plan) => {
      plan.overrides = [
        {
          id: 'mine',
          on: true,
          scope: {},
          from: '2027-01-12',
          until: '2027-01-11',
          change: { kind: 'percent', percent: 10 },
          author: 'Ada',
          reason: 'Fair',
        },
      ];
    },
    'plan.order',
    'overrides[0].until',
  ],
];

const promotion = () => ({
  id: 'promo',
  name: 'Promotion',
  kind: 'campaign',
  on: true,
  scope: {},
  startDate: '2027-01-12',
  course: { kind: 'step' },
  volume: { kind: 'multiply', factor: 1.2 },
});
