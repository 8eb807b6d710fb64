import type { GroupSpread } from '../../stats';
import type { Provenance } from '../provenance';

/** What the same customer may meet differently from site to site. */
export const CONSISTENCY_MEASURES = [
  'handleTime',
  'resolution',
  'costPerContact',
  'occupancy',
  'attrition',
  'shrinkage',
] as const;
export type ConsistencyMeasure = (typeof CONSISTENCY_MEASURES)[number];

/** A stream at one of its sites. */
export interface StreamAtSite {
  readonly site: string;
  readonly name: string;
  readonly contacts: number;
  readonly share: number;
  /** Seconds; resolution against that of experienced people, null where the plan says nothing of it; leavers a year over heads; shares. */
  readonly handleTime: number;
  readonly resolution: number | null;
  readonly costPerContact: number;
  readonly occupancy: number;
  readonly attrition: number;
  readonly shrinkage: number;
}

export interface StreamConsistency {
  readonly id: string;
  readonly name: string;
  readonly contacts: number;
  /** Most contacts first. */
  readonly sites: readonly StreamAtSite[];
  /** Between sites, by contacts; worst: the mean of the worst tenth of contacts. Null where nothing is known. */
  readonly spread: { readonly [Measure in ConsistencyMeasure]: GroupSpread | null };
}

/** All streams together, each against its own mean, so that only what differs for the same work counts. */
export interface ConsistencyTotal {
  /** Standard deviation between sites ÷ mean, and by how much the worst tenth of contacts is above (resolution: below) the mean; shares. */
  readonly spread: number;
  readonly worstTenth: number;
}

/** What a provider brings, in units. */
export interface ProviderAttributes {
  readonly id: string;
  readonly name: string;
  readonly contacts: number;
  /** Against the mean of the same streams: 1.05 takes a twentieth longer, settles a twentieth more. */
  readonly handleTimeFactor: number;
  readonly resolutionFactor: number | null;
  /** Workplaces, null for homes alone; people on the first day; share of time on duty without a contact. */
  readonly seats: number | null;
  readonly heads: number;
  readonly spareShare: number;
  /** Most people that start on contacts in a month, and weeks to the first. */
  readonly rampPerMonth: number;
  readonly leadWeeks: number;
}

export interface ConsistencyAnswer {
  /** Those that more than one site answers, the widest spread of handle time first. */
  readonly streams: readonly StreamConsistency[];
  readonly totals: { readonly [Measure in ConsistencyMeasure]: ConsistencyTotal | null };
  /** Share of the variance of handle times that lies between sites of the same stream. */
  readonly varianceBetweenSites: number;
  /** Streams that one site alone answers. */
  readonly single: number;
  readonly providers: readonly ProviderAttributes[];
  readonly sentence: string;
  readonly provenance: Provenance;
}
