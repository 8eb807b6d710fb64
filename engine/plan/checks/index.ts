import { type Issue, issue } from '../../units';
import type { Plan } from '../schema';
import { formulaIssues } from './check-demand';
import { checkDemandPlan } from './check-demand-plan';
import { checkCandidates, checkProviders, checkSites, checkTeams } from './check-footprint';
import { checkHistory } from './check-histories';
import { checkCalendar, checkMarkets } from './check-markets';
import { checkMoney } from './check-money';
import { checkPlaybooks } from './check-playbooks';
import { checkRisks } from './check-risks';
import { checkRouting } from './check-routing';
import { checkStreams } from './check-streams';
import { checkWorkforce } from './check-workforce';
import { collectIds } from './collect-ids';

/** What a schema can't say about one field alone: references, sums, dates that exist, chains without a circle. */
export function crossCheck(plan: Plan): Issue[] {
  const found: Issue[] = [];
  const add = (code: string, path: string, value: unknown, allowed: string, message?: string) => {
    found.push(issue(code, path, value, allowed, message));
  };
  const names = collectIds(plan, add);
  checkCalendar(plan, add);
  checkMarkets(plan, add);
  checkStreams(plan, names, add);
  checkProviders(plan, names, add);
  checkSites(plan, names, add);
  checkTeams(plan, names, add);
  checkCandidates(plan, names, add);
  checkWorkforce(plan, names, add);
  checkRouting(plan, names, add);
  checkRisks(plan, names, add);
  checkPlaybooks(plan, names, add);
  checkDemandPlan(plan, names, add);
  checkMoney(plan, names, add);
  plan.histories.forEach((history, at) => {
    checkHistory(history, `histories[${at}]`, add);
  });
  return [...found, ...formulaIssues(plan)];
}
