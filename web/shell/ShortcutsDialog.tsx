import { Kbd, Modal } from '@mantine/core';
import { screens } from './screens';
import css from './shell.module.css';

const GENERAL: readonly (readonly [keys: readonly string[], what: string])[] = [
  [['Ctrl/⌘', 'K'], 'Commands: go anywhere, do anything'],
  [['Ctrl/⌘', 'Z'], 'Undo'],
  [['Ctrl/⌘', 'Shift', 'Z'], 'Redo'],
  [['?'], 'This list'],
  [['Enter'], 'In a table: edit the cell, then keep the value and go down'],
  [['F2'], 'In a table: edit the cell'],
  [['Esc'], 'In a table: leave the value as it was; elsewhere: close'],
  [['← ↑ → ↓'], 'In a table: move; on a chart: move the crosshair; on the timeline: move the disruption'],
  [['Shift', '← →'], 'On the timeline: by a week; on an edge: make longer or shorter'],
];

/** Every shortcut. */
export function ShortcutsDialog({ opened, close }: { readonly opened: boolean; readonly close: () => void }) {
  return (
    <Modal opened={opened} onClose={close} title="Keyboard shortcuts" size="lg">
      <table className={css.shortcuts}>
        <tbody>
          {GENERAL.map(([keys, what]) => (
            <Row key={what} keys={keys} what={what} />
          ))}
          {screens.map(({ key, label }) => (
            <Row key={label} keys={['G', key.toUpperCase()]} what={`Go to ${label}`} />
          ))}
        </tbody>
      </table>
    </Modal>
  );
}

function Row({ keys, what }: { readonly keys: readonly string[]; readonly what: string }) {
  return (
    <tr>
      <th scope="row">
        {keys.map((key) => (
          <Kbd key={key} mr={4}>
            {key}
          </Kbd>
        ))}
      </th>
      <td>{what}</td>
    </tr>
  );
}
