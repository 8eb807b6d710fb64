import { ActionIcon, Button } from '@mantine/core';
import { memo } from 'react';
import type { Plan, Scenario } from '../../../engine/plan';
import { formatShare } from '../../format';
import { editPlan } from '../../state';
import { Icon, Panel } from '../../ui';
import { memberName } from './mix-members';
import type { MixView } from './mix-view';
import css from './mixes.module.css';

interface Props {
  readonly plan: Plan;
  readonly onShow: (view: Partial<MixView>) => void;
}

/** The plan's scenarios; those that are one move can be looked at again. */
export const KeptScenarios = memo(function KeptScenarios({ plan, onShow }: Props) {
  const remove = ({ id, name }: Scenario) => {
    editPlan(`Remove the scenario “${name}”`, (draft) => {
      draft.scenarios = draft.scenarios.filter((each) => each.id !== id);
    });
  };
  return (
    <Panel title="Kept scenarios" description="Variants of the plan, stored with it.">
      {plan.scenarios.length === 0 ? (
        <p className={css.none}>None yet. “Keep as scenario” above stores the mix on screen.</p>
      ) : (
        <ul className={css.kept}>
          {plan.scenarios.map((scenario) => {
            const view = viewOf(scenario);
            return (
              <li key={scenario.id}>
                <div className={css.keptWords}>
                  <strong>{scenario.name}</strong>
                  <span>{contents(plan, scenario)}</span>
                </div>
                {view && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    onClick={() => onShow(view)}
                    aria-label={`Show ${scenario.name}`}
                  >
                    Show
                  </Button>
                )}
                <ActionIcon
                  size="sm"
                  variant="default"
                  aria-label={`Remove ${scenario.name}`}
                  onClick={() => remove(scenario)}
                >
                  <Icon name="bin" size={14} />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
});

/** A scenario of one move, as the form shows it. */
function viewOf({ moves, edits, disruptions }: Scenario): Partial<MixView> | null {
  const [move] = moves;
  if (!move || moves.length > 1 || edits.length > 0) return null;
  return {
    fromKind: move.from.of,
    from: move.from.member,
    toKind: move.to.of,
    to: move.to.member,
    share: move.share * 100,
    streams: move.streams ?? [],
    hit: disruptions[0] ?? '',
  };
}

function contents(plan: Plan, { moves, edits, disruptions }: Scenario): string {
  const parts = moves.map(
    ({ from, to, share, streams }) =>
      `${formatShare(share)} of ${streams ? `${streams.length} streams` : 'the work'} from ${memberName(plan, from.of, from.member)} to ${memberName(plan, to.of, to.member)}`,
  );
  if (edits.length > 0) parts.push(`${edits.length} ${edits.length === 1 ? 'edit' : 'edits'}`);
  const struck = disruptions.map((id) => plan.disruptions.find((each) => each.id === id)?.name ?? id);
  if (struck.length > 0) parts.push(`under ${struck.join(', ')}`);
  return parts.join('; ') || 'the plan as it is';
}
