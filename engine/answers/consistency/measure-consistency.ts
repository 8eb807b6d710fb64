import type { Plan } from '../../plan';
import { betweenGroups } from '../../stats';
import { checkpoint, type RunControl } from '../../units';
import { variantPlan } from '../mix-variant';
import { type PreparedPlan, partOf, preparePlan } from '../prepared-plan';
import { provenance } from '../provenance';
import type { MixVariant } from '../results';
import { providerAttributes } from './provider-attributes';
import {
  CONSISTENCY_MEASURES,
  type ConsistencyAnswer,
  type ConsistencyMeasure,
  type ConsistencyTotal,
  type StreamAtSite,
  type StreamConsistency,
} from './results';
import { streamsAtSites } from './streams-at-sites';

/** The part of the contacts that counts as worst. */
const WORST = 0.1;

const METHOD =
  'flow undisturbed: every site’s contacts, handle time and cost of each stream, with its people’s tenure and proficiency; spread between sites by contacts (law of total variance), the worst tenth of contacts as a mean';

/**
 * How differently the same work is done from site to site: not the mean, but the spread, and the tenth of contacts that fares worst.
 *
 * In a pool everybody waits alike, so waits differ between streams and not between sites; what differs is who answers. Cost: one run.
 */
export function measureConsistency(
  plan: Plan,
  options: { readonly variant?: MixVariant | null | undefined } = {},
  control?: RunControl,
): ConsistencyAnswer {
  const now = preparePlan(plan, partOf(control, 0, 0.5));
  const ready = options.variant ? preparePlan(variantPlan(now, options.variant).plan, partOf(control, 0.5, 1)) : now;
  checkpoint(control, 1, 'done');
  const rows = streamsAtSites(ready);
  const streams = ready.plan.streams
    .map(({ id, name }, at) => streamConsistency(id, name, rows[at]!))
    .filter(({ sites }) => sites.length > 1)
    .sort((a, b) => relative(b) - relative(a));
  return {
    streams,
    totals: totalsOf(rows),
    varianceBetweenSites: varianceBetweenSites(ready, rows),
    single: rows.filter((sites) => sites.length === 1).length,
    providers: providerAttributes(ready, rows),
    sentence: sentenceOf(streams, totalsOf(rows).handleTime),
    provenance: provenance(METHOD, { planHash: ready.hash }),
  };
}

/** The spread of handle times alone, for a row beside other figures. */
export function handleTimeConsistency(ready: PreparedPlan): ConsistencyTotal {
  return totalsOf(streamsAtSites(ready)).handleTime ?? { spread: 0, worstTenth: 0 };
}

const worseOf = (measure: ConsistencyMeasure) => (measure === 'resolution' ? 'less' : 'more');
const relative = ({ spread: { handleTime } }: StreamConsistency) =>
  handleTime ? handleTime.between / handleTime.mean : 0;

function groupsOf(rows: readonly StreamAtSite[], measure: ConsistencyMeasure) {
  return rows.flatMap((row) => {
    const value = row[measure];
    return value === null ? [] : [{ weight: row.contacts, value }];
  });
}

function streamConsistency(id: string, name: string, sites: readonly StreamAtSite[]): StreamConsistency {
  const spread = Object.fromEntries(
    CONSISTENCY_MEASURES.map((measure) => {
      const groups = groupsOf(sites, measure);
      return [measure, groups.length === 0 ? null : betweenGroups(groups, { share: WORST, worse: worseOf(measure) })];
    }),
  ) as StreamConsistency['spread'];
  return { id, name, contacts: sites.reduce((sum, { contacts }) => sum + contacts, 0), sites, spread };
}

/** All streams in one figure: every site's against the mean of its stream. */
function totalsOf(rows: readonly (readonly StreamAtSite[])[]): ConsistencyAnswer['totals'] {
  return Object.fromEntries(
    CONSISTENCY_MEASURES.map((measure): [ConsistencyMeasure, ConsistencyTotal | null] => {
      const ratios = rows.flatMap((sites) => {
        const groups = groupsOf(sites, measure);
        const whole = groups.reduce((sum, { weight }) => sum + weight, 0);
        const mean = groups.reduce((sum, { weight, value }) => sum + weight * value, 0) / whole;
        return mean > 0 ? groups.map(({ weight, value }) => ({ weight, value: value / mean })) : [];
      });
      if (ratios.length === 0) return [measure, null];
      const { between, worst } = betweenGroups(ratios, { share: WORST, worse: worseOf(measure) });
      return [measure, { spread: between, worstTenth: worst - 1 }];
    }),
  ) as ConsistencyAnswer['totals'];
}

/** Of all that handle times vary around their streams' means: what lies between sites. */
function varianceBetweenSites({ plan }: PreparedPlan, rows: readonly (readonly StreamAtSite[])[]): number {
  let between = 0;
  let within = 0;
  rows.forEach((sites, stream) => {
    if (sites.length === 0) return;
    const { mean } = betweenGroups(groupsOf(sites, 'handleTime'), { share: WORST, worse: 'more' });
    const { coefficientOfVariation } = plan.streams[stream]!.handleTime;
    for (const { contacts, handleTime } of sites) {
      between += (contacts * (handleTime - mean) ** 2) / mean ** 2;
      within += (contacts * (coefficientOfVariation * handleTime) ** 2) / mean ** 2;
    }
  });
  return between + within > 0 ? between / (between + within) : 0;
}

function sentenceOf(streams: readonly StreamConsistency[], total: ConsistencyTotal | null): string {
  const [widest] = streams;
  if (!widest || !total) return 'Every stream is answered at one site, so nothing differs between sites.';
  const sorted = [...widest.sites].sort((a, b) => a.handleTime - b.handleTime);
  const [quick, slow] = [sorted[0]!, sorted.at(-1)!];
  return `The same customer of ${widest.name} takes ${Math.round(quick.handleTime)} s at ${quick.name} and ${Math.round(slow.handleTime)} s at ${slow.name}. Over all streams sites differ by ${(total.spread * 100).toFixed(1)} % of handle time, and the tenth of contacts that fares worst takes ${(total.worstTenth * 100).toFixed(1)} % longer than the mean.`;
}
