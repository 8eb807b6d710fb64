import type { Plan } from '../../plan';
import { checkpoint, type RunControl } from '../../units';
import { partOf, preparePlan } from '../prepared-plan';
import { provenance } from '../provenance';
import type { PairSweepAnswer } from '../results';
import { byLoss, isWithin, type OutageOptions, outageNodes, outageStart, withoutNodes } from './outage';

/** Nodes whose pairs are run unless told otherwise: 45 pairs. */
const USUAL_MOST = 10;

export interface PairSweepOptions extends OutageOptions {
  /** How many nodes, those that lose most alone first, are paired with each other; 2 to 40. */
  readonly most?: number | undefined;
}

/**
 * Takes out every pair of the nodes that hurt most alone, and ranks what is lost together (N-2).
 *
 * Two nodes that carry each other's overflow lose more together than the sum of both alone: that is what a list of single
 * failures hides. Both fail on one day, each for its own recovery time. A node whose teams fail with another one that
 * loses more, for as long, is left to that one: ask for one dimension to see it.
 *
 * Source: Simchi-Levi et al. (2015, Interfaces 45(5)). Units: contacts. Cost: a run a node and a run a pair.
 */
export function sweepPairs(plan: Plan, options: PairSweepOptions = {}, control?: RunControl): PairSweepAnswer {
  const ready = preparePlan(plan, partOf(control, 0, 0.1));
  const startDay = outageStart(ready, options.startDate);
  const nodes = outageNodes(ready, options.dimensions);
  const single = nodes.map((node, at) => {
    checkpoint(control, 0.1 + (0.3 * at) / nodes.length, `without ${node.label}`);
    return { node, impact: withoutNodes(ready, [node], startDay).impact };
  });
  single.sort(byLoss);
  const apart = single.filter(({ node }, at) => !single.slice(0, at).some((worse) => isWithin(node, worse.node)));
  const paired = apart.slice(0, Math.min(40, Math.max(2, options.most ?? USUAL_MOST)));
  const pairs = paired
    .flatMap((a, at) => paired.slice(at + 1).map((b) => [a, b] as const))
    .map(([a, b], at, all) => {
      checkpoint(control, 0.4 + (0.6 * at) / all.length, `without ${a.node.label} and ${b.node.label}`);
      const { impact, lookedAtDays } = withoutNodes(ready, [a.node, b.node], startDay);
      return {
        nodes: [paired.indexOf(a), paired.indexOf(b)] as const,
        impact,
        lookedAtDays,
        lostBeyondSum: impact.contactsLost - a.impact.contactsLost - b.impact.contactsLost,
      };
    })
    .sort((a, b) => b.impact.contactsLost - a.impact.contactsLost);
  checkpoint(control, 1, 'done');
  const method = `flow, pairs of the ${paired.length} nodes that lose most alone, each without its people for its recovery time from the same day on`;
  return {
    startDate: ready.network.days[startDay]!,
    nodes: paired.map(({ node: { dimension, member, label, days, share }, impact }) => ({
      dimension,
      member,
      label,
      days,
      hoursShare: share,
      impact,
    })),
    leftOut: apart.length - paired.length,
    pairs,
    provenance: provenance(method, { planHash: ready.hash }),
  };
}
