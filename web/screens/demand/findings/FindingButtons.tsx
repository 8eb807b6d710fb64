import { Button } from '@mantine/core';
import type { History, HistoryDecision } from '../../../../engine/plan';
import css from '../demand.module.css';
import { daysWords, decide, KIND_WORDS, type Note, takeBack } from './decision-actions';

interface Props {
  readonly history: History;
  readonly note: Note;
  readonly decision: HistoryDecision | undefined;
  readonly author: string;
  readonly stale: boolean;
}

/** What can be decided about a finding in one click, by its kind; one that was decided can be taken back. */
export function FindingButtons({ history, note, decision, author, stale }: Props) {
  const about = `${KIND_WORDS[note.kind]} of ${daysWords(note)}`;
  if (decision) {
    return <Choice disabled={stale} label="Take back" about={about} onClick={() => takeBack(history, decision)} />;
  }
  const choose = (choice: HistoryDecision['decision']) =>
    decide(history, {
      kind: note.kind,
      from: note.from,
      until: note.until,
      decision: choice,
      author: author || 'Planner',
    });
  return (
    <span className={css.choices}>
      {LABELS[note.kind].map(([choice, label]) => (
        <Choice key={choice} disabled={stale} label={label} about={about} onClick={() => choose(choice)} />
      ))}
    </span>
  );
}

/** What can be decided, by kind, in the words of the buttons. */
const LABELS: Readonly<Record<Note['kind'], readonly (readonly [HistoryDecision['decision'], string])[]>> = {
  outlier: [
    ['learn', 'Restore'],
    ['leave-out', 'Confirm'],
  ],
  closure: [
    ['learn', 'Restore'],
    ['leave-out', 'Confirm'],
  ],
  break: [
    ['learn', 'Restore'],
    ['leave-out', 'Confirm'],
  ],
  missing: [
    ['learn', 'Count as 0'],
    ['leave-out', 'Confirm'],
  ],
  'level-shift': [
    ['leave-out', 'Learn from here on'],
    ['learn', 'Confirm'],
  ],
};

function Choice({
  label,
  about,
  disabled,
  onClick,
}: {
  readonly label: string;
  readonly about: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
}) {
  return (
    <Button size="compact-xs" variant="default" disabled={disabled} aria-label={`${label}: ${about}`} onClick={onClick}>
      {label}
    </Button>
  );
}
