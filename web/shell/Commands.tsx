import { useMantineColorScheme } from '@mantine/core';
import { createSpotlight, Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { useEffect } from 'react';
import { redo, undo, usePlanStore } from '../state';
import { Icon } from '../ui';
import { type ScreenEntry, screens } from './screens';

const [store, { open }] = createSpotlight();

interface Props {
  /** Grows with every wish to see the commands. */
  readonly wish: number;
  readonly go: (screen: ScreenEntry) => void;
  readonly showShortcuts: () => void;
}

/** Everything that can be done, found by typing. */
export function Commands({ wish, go, showShortcuts }: Props) {
  useEffect(() => {
    if (wish > 0) open();
  }, [wish]);
  const back = usePlanStore((state) => state.undoable.at(-1)?.name);
  const forth = usePlanStore((state) => state.redoable.at(-1)?.name);
  const { toggleColorScheme } = useMantineColorScheme();
  const actions: SpotlightActionData[] = [
    ...screens.map((screen) => ({
      id: screen.name,
      label: `Go to ${screen.label}`,
      leftSection: <Icon name={screen.name} size={18} />,
      onClick: () => go(screen),
    })),
    ...(back === undefined
      ? []
      : [{ id: 'undo', label: `Undo: ${back}`, leftSection: <Icon name="undo" size={18} />, onClick: undo }]),
    ...(forth === undefined
      ? []
      : [{ id: 'redo', label: `Redo: ${forth}`, leftSection: <Icon name="redo" size={18} />, onClick: redo }]),
    {
      id: 'scheme',
      label: 'Switch between light and dark',
      leftSection: <Icon name="moon" size={18} />,
      onClick: () => toggleColorScheme(),
    },
    { id: 'help', label: 'Keyboard shortcuts', leftSection: <Icon name="help" size={18} />, onClick: showShortcuts },
  ];
  return (
    <Spotlight
      store={store}
      actions={actions}
      shortcut={null}
      nothingFound="No such command"
      scrollable
      centered={false}
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
      maxHeight={420}
      searchProps={{ placeholder: 'What do you want to do?', 'aria-label': 'Command' }}
    />
  );
}
