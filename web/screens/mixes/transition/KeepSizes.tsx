import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type MixVariant, sizeEdits } from '../../../../engine/answers';
import type { Plan } from '../../../../engine/plan';
import { editPlan } from '../../../state';
import { Icon } from '../../../ui';
import { freeScenarioId } from '../free-scenario-id';

/** Keeps a picked mix's sizes as a scenario of the plan, which every other screen can ask about. */
export function KeepSizes({ plan, variant }: { readonly plan: Plan; readonly variant: MixVariant }) {
  const sizes = variant.sizes ?? [];
  const name = `Best mix: ${sizes.length} ${sizes.length === 1 ? 'team' : 'teams'} of another size`;
  const keep = () => {
    const edits = sizeEdits(plan, sizes);
    const id = freeScenarioId(plan, name);
    editPlan(`Keep “${name}” as a scenario`, (draft) => {
      draft.scenarios.push({ id, name, edits, moves: [], disruptions: [] });
    });
    notifications.show({ message: `Kept as a scenario: ${name}` });
  };
  return (
    <Button size="xs" variant="default" leftSection={<Icon name="plus" size={14} />} onClick={keep}>
      Keep this mix as scenario
    </Button>
  );
}
