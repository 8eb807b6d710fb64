import type { Plan } from '../../plan';
import { checkpoint, type RunControl } from '../../units';
import { partOf, preparePlan } from '../prepared-plan';
import { provenance } from '../provenance';
import type { SweepAnswer } from '../results';
import { byLoss, isWithin, type OutageOptions, outageNodes, outageStart, withoutNodes } from './outage';

const METHOD =
  'flow, each node without its people for its recovery time from the busiest week on that leaves time to recover, contacts re-routed where routing allows';

/**
 * Takes out every node of the footprint in turn for its recovery time, re-routes, and ranks what is lost.
 *
 * Needs no probabilities: it asks what hurts, not what is likely. A node that is out loses its people for the time that
 * the plan's policies name for its kind, all at once, with nobody working from home; then they are all back. A node whose
 * service breaks before it is back recovers too late. Its exposure is the contacts lost without it, against the worst node's.
 *
 * Source: Simchi-Levi et al. (2014, Harvard Business Review 92(1); 2015, Interfaces 45(5)): time to recover against time
 * to survive, risk exposure index. Cost: one run over the outage's window a node.
 */
export function sweepOutages(plan: Plan, options: OutageOptions = {}, control?: RunControl): SweepAnswer {
  const ready = preparePlan(plan, partOf(control, 0, 0.1));
  const startDay = outageStart(ready, options.startDate);
  const nodes = outageNodes(ready, options.dimensions);
  const runs = nodes.map((node, at) => {
    checkpoint(control, 0.1 + (0.9 * at) / nodes.length, `without ${node.label}`);
    return { node, ...withoutNodes(ready, [node], startDay) };
  });
  runs.sort(byLoss);
  const most = Math.max(0, ...runs.map(({ impact }) => impact.contactsLost));
  const rows = runs.map(({ node, impact, lookedAtDays }, at) => {
    const { dimension, member, label, days, share: hoursShare } = node;
    const outer = runs.slice(0, at).find((worse) => isWithin(node, worse.node))?.node;
    return {
      ...{ dimension, member, label, days, hoursShare, impact, lookedAtDays },
      within: outer ? { dimension: outer.dimension, member: outer.member, label: outer.label } : null,
      exposure: most > 0 ? Math.max(0, impact.contactsLost / most) : 0,
      recoversTooLate: impact.daysToSurvive !== null && impact.daysToSurvive < days,
    };
  });
  checkpoint(control, 1, 'done');
  return {
    startDate: ready.network.days[startDay]!,
    rows,
    provenance: provenance(METHOD, { planHash: ready.hash }),
  };
}
