import { freeId, freeName } from '../../../../engine/disruption';
import type { Disruption, Plan, Playbook, PlaybookAction } from '../../../../engine/plan';
import { type Editable, editPlan } from '../../../state';
import { ACTION_FORMS, type ActionKind, usualAction } from './action-forms';

/** Adds a playbook with one action to start from; returns its id. */
export function addPlaybook(plan: Plan, struck: Disruption, kind: ActionKind): string {
  const known = plan.playbooks ?? [];
  const name = freeName(`Playbook: ${ACTION_FORMS[kind].label.toLowerCase()}`, known);
  const id = freeId(name, 'playbook', known);
  const made: Playbook = { id, name, actions: [usualAction(kind, plan, struck)] };
  editPlan(`add ${name}`, (draft) => {
    draft.playbooks = [...(draft.playbooks ?? []), made as Editable<Playbook>];
  });
  return id;
}

/** Takes a playbook out of the plan and out of the scenarios that follow it. */
export function removePlaybook({ id, name }: Playbook): void {
  editPlan(`remove ${name}`, (draft) => {
    draft.playbooks = (draft.playbooks ?? []).filter((each) => each.id !== id);
    if (draft.playbooks.length === 0) delete draft.playbooks;
    for (const scenario of draft.scenarios) if (scenario.playbook === id) delete scenario.playbook;
  });
}

export function renamePlaybook(book: Playbook, name: string): void {
  editActions(`rename ${book.name} to ${name}`, book, (draft) => {
    draft.name = name;
  });
}

export function addAction(book: Playbook, action: PlaybookAction): void {
  editActions(`add ${ACTION_FORMS[action.kind].label.toLowerCase()} to ${book.name}`, book, ({ actions }) => {
    actions.push(action as Editable<PlaybookAction>);
  });
}

export function removeAction(book: Playbook, at: number): void {
  editActions(`remove an action of ${book.name}`, book, ({ actions }) => {
    actions.splice(at, 1);
  });
}

/** Sets fields of an action; what the planner sets is the planner's opinion. */
export function changeAction(book: Playbook, at: number, change: object, what: string): void {
  editActions(
    `${what} of ${book.name}`,
    book,
    ({ actions }) => {
      const action = actions[at];
      if (!action) return;
      Object.assign(action, change);
      if (!action.source?.endsWith('set by hand') && action.source !== 'Set by hand')
        action.source = action.source ? `${action.source}; set by hand` : 'Set by hand';
      action.grade = 'opinion';
    },
    `${what}-${book.id}-${at}`,
  );
}

function editActions(
  step: string,
  { id }: Playbook,
  recipe: (draft: Editable<Playbook>) => void,
  gesture?: string,
): void {
  editPlan(
    step,
    (draft) => {
      const found = draft.playbooks?.find((each) => each.id === id);
      if (found) recipe(found);
    },
    gesture,
  );
}
