import { hiringTable } from './hiring-table';
import { launchTable } from './launch-table';
import { hireTable, leaveTable, transferTable } from './move-tables';
import { onboardingTable } from './onboarding-table';
import { freezeTable, roomTable } from './place-tables';
import type { AnyRuleTable } from './rule-table';
import { shiftTable } from './shift-table';
import { shrinkageTable } from './shrinkage-table';
import { stayTable } from './stay-table';

/** The keys of the tables, in the order of their tabs. */
export const RULE_KEYS = [
  'onboarding',
  'stay',
  'hiring',
  'rooms',
  'freezes',
  'hires',
  'transfers',
  'leaves',
  'shrinkage',
  'shifts',
  'launches',
] as const;

/** Everything that people are planned by. */
export const RULE_TABLES: Readonly<Record<(typeof RULE_KEYS)[number], AnyRuleTable>> = {
  onboarding: onboardingTable,
  stay: stayTable,
  hiring: hiringTable,
  rooms: roomTable,
  freezes: freezeTable,
  hires: hireTable,
  transfers: transferTable,
  leaves: leaveTable,
  shrinkage: shrinkageTable,
  shifts: shiftTable,
  launches: launchTable,
};
