import { Button } from '@mantine/core';
import type { History, HistoryDecision } from '../../../../engine/plan';
import { DataTable, TextField } from '../../../ui';
import css from '../demand.module.css';
import { daysWords, decisionWords, KIND_WORDS, type Note, sayWhy, takeBack } from './decision-actions';

interface Props {
  readonly history: History;
  readonly notes: readonly Note[];
  readonly stale: boolean;
}

/** Every decision about a history, with who and why; those that nothing answers to any more say so. */
export function DecisionTable({ history, notes, stale }: Props) {
  const met = new Set(notes.map(({ decision }) => decision));
  const text = (decision: HistoryDecision, what: 'author' | 'reason', label: string) => (
    <TextField
      label={`${label}: ${KIND_WORDS[decision.kind]} of ${daysWords(decision)}`}
      isInTable
      value={decision[what] ?? ''}
      longest={what === 'author' ? 120 : 4000}
      isNeeded={what === 'author'}
      issue={undefined}
      onChange={(next) => sayWhy(history, decision, what, next)}
    />
  );
  return (
    <>
      <h4 className={css.subtitle}>Decided</h4>
      <DataTable
        label={`Decided about ${history.name}`}
        rows={history.decisions ?? []}
        keyOf={({ id }) => id}
        limit={12}
        columns={[
          { key: 'days', label: 'Days', sortBy: ({ from }) => from, render: (decision) => daysWords(decision) },
          { key: 'kind', label: 'What', render: ({ kind }) => KIND_WORDS[kind] },
          {
            key: 'decision',
            label: 'Decision',
            render: (decision) =>
              met.has(decision.id) || stale || decision.kind === 'days' || decision.decision === 'leave-out'
                ? decisionWords(decision)
                : `${decisionWords(decision)}; nothing of the kind is found there now`,
          },
          { key: 'author', label: 'Who', render: (decision) => text(decision, 'author', 'Who') },
          { key: 'reason', label: 'Why', render: (decision) => text(decision, 'reason', 'Why') },
          {
            key: 'back',
            label: 'Take back',
            render: (decision) => (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`Take back decision: ${KIND_WORDS[decision.kind]} of ${daysWords(decision)}`}
                onClick={() => takeBack(history, decision)}
              >
                Take back
              </Button>
            ),
          },
        ]}
      />
    </>
  );
}
