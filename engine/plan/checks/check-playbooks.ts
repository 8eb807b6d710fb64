import type { Plan, PlaybookAction } from '../schema';
import { checkScope, DEMAND, FOOTPRINT, ON_DEMAND, ON_SUPPLY } from './check-scope';
import { type Add, checkHours, reference } from './check-tools';
import type { Ids } from './collect-ids';

export function checkPlaybooks(plan: Plan, ids: Ids, add: Add): void {
  plan.playbooks?.forEach((playbook, at) => {
    playbook.actions.forEach((action, index) => {
      checkAction(plan, ids, `playbooks[${at}].actions[${index}]`, action, add);
    });
  });
  plan.scenarios.forEach(({ playbook }, at) => {
    if (playbook !== undefined) reference(ids.playbooks, `scenarios[${at}].playbook`, playbook, 'playbook', add);
  });
}

function checkAction(plan: Plan, ids: Ids, path: string, action: PlaybookAction, add: Add): void {
  if ('scope' in action) {
    const { scope } = action;
    checkScope(plan, ids, `${path}.scope`, scope, add);
    const onDemand = action.kind === 'hours' || action.kind === 'callback' || action.kind === 'shift-channel';
    if (onDemand && ON_SUPPLY.has(scope.of)) add('plan.scope', `${path}.scope.of`, scope.of, DEMAND);
    if (!onDemand && ON_DEMAND.has(scope.of)) add('plan.scope', `${path}.scope.of`, scope.of, FOOTPRINT);
  }
  switch (action.kind) {
    case 'surge':
      reference(ids.teams, `${path}.team`, action.team, 'team', add);
      if (action.weeksToNinety <= action.weeksToHalf) {
        add('plan.ramp', `${path}.weeksToNinety`, action.weeksToNinety, `more than weeksToHalf, ${action.weeksToHalf}`);
      }
      return;
    case 'cross-skill':
      reference(
        new Set(plan.streams.map(({ skill }) => skill)),
        `${path}.skill`,
        action.skill,
        'skill that a stream asks for',
        add,
      );
      return;
    case 'shift-channel':
      reference(ids.streams, `${path}.to`, action.to, 'stream', add);
      return;
    case 'priority':
      reference(ids.streams, `${path}.stream`, action.stream, 'stream', add);
      return;
    case 'hours':
      checkHours(`${path}.openingHours`, action.openingHours, add);
      return;
    default:
  }
}
