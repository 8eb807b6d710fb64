import { ActionIcon, Tooltip } from '@mantine/core';
import { redo, undo, usePlanStore } from '../state';
import { Icon } from '../ui';

/** Undo and redo, each saying what it would do. */
export function UndoRedo() {
  const back = usePlanStore((state) => state.undoable.at(-1)?.name);
  const forth = usePlanStore((state) => state.redoable.at(-1)?.name);
  const backLabel = back === undefined ? 'Nothing to undo' : `Undo: ${back}`;
  const forthLabel = forth === undefined ? 'Nothing to redo' : `Redo: ${forth}`;
  return (
    <ActionIcon.Group>
      <Tooltip label={backLabel}>
        <ActionIcon
          variant="default"
          size="md"
          aria-label={backLabel}
          aria-disabled={back === undefined}
          data-disabled={back === undefined}
          onClick={undo}
        >
          <Icon name="undo" />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={forthLabel}>
        <ActionIcon
          variant="default"
          size="md"
          aria-label={forthLabel}
          aria-disabled={forth === undefined}
          data-disabled={forth === undefined}
          onClick={redo}
        >
          <Icon name="redo" />
        </ActionIcon>
      </Tooltip>
    </ActionIcon.Group>
  );
}
