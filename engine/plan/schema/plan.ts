import { z } from 'zod';
import { market, reason, stream } from './demand';
import { demandEvent } from './demand-event';
import { demandOverride } from './demand-override';
import { disruption, hazard, scenario } from './disruption';
import { id, name, note } from './fields';
import { candidates, platform, policies, provider, routing, site, team } from './footprint';
import { measure } from './measure';
import { currencyCode, money } from './money';
import { playbook } from './playbook';
import { riskAssumptions } from './risk-assumptions';
import { history, planCalendar } from './time';
import { hiringFreeze, launch, shiftTemplate, transfer } from './workforce';

/** The version of the document's form; older ones are migrated on reading. */
export const PLAN_VERSION = 1;

/** The whole plan: one document, strict, so that a mistyped key is found and not ignored. */
export const planSchema = z.strictObject({
  format: z.literal('ballast-plan'),
  version: z.literal(PLAN_VERSION),
  id,
  name,
  description: note.optional(),
  /** ISO 4217; every amount of the plan is in it. */
  currency: currencyCode,
  calendar: planCalendar,
  markets: z.array(market).min(1).max(100),
  reasons: z.array(reason).max(200),
  streams: z.array(stream).min(1).max(200),
  /** What moves demand away from what its model says: events that come, measures that are taken, and people's overrides. */
  events: z.array(demandEvent).max(300).optional(),
  measures: z.array(measure).max(100).optional(),
  overrides: z.array(demandOverride).max(500).optional(),
  platforms: z.array(platform).max(100),
  providers: z.array(provider).min(1).max(100),
  sites: z.array(site).min(1).max(200),
  teams: z.array(team).min(1).max(500),
  /** Sites and teams that the search for best mixes may open. */
  candidates: candidates.optional(),
  /** People who change teams. */
  transfers: z.array(transfer).max(500).optional(),
  hiringFreezes: z.array(hiringFreeze).max(100).optional(),
  /** What people must be trained for before its day. */
  launches: z.array(launch).max(100).optional(),
  /** Shifts that rosters are made of. */
  shiftTemplates: z.array(shiftTemplate).min(1).max(20).optional(),
  routing: z.array(routing).max(200),
  hazards: z.array(hazard).max(200),
  /** What sampled years assume beside hazards. */
  risk: riskAssumptions.optional(),
  policies,
  disruptions: z.array(disruption).max(200),
  scenarios: z.array(scenario).max(200),
  playbooks: z.array(playbook).max(50).optional(),
  histories: z.array(history).max(50),
  /** What money needs beside people, sites and contracts. */
  money: money.optional(),
});

export type Plan = z.infer<typeof planSchema>;
