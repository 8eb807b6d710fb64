import { Button, NativeSelect } from '@mantine/core';
import { memo, useMemo, useState } from 'react';
import type { Disruption, Plan } from '../../../../engine/plan';
import { Panel, RunBar, TextField } from '../../../ui';
import type { Answer, AnswerOf } from '../../../work';
import { ActionCard } from './ActionCard';
import { ActionTable } from './ActionTable';
import { ACTION_FORMS, type ActionKind, usualAction } from './action-forms';
import { PlaybookTable } from './PlaybookTable';
import { addAction, addPlaybook, removePlaybook, renamePlaybook } from './playbook-edits';
import { boughtSentence } from './playbook-words';
import css from './playbooks.module.css';

interface Props {
  readonly plan: Plan;
  readonly struck: Disruption;
  readonly answer: Answer<AnswerOf<'playbooks'>>;
  /** The picked one again, with each of its actions alone. */
  readonly alone: Answer<AnswerOf<'playbooks'>>;
  readonly picked: string;
  readonly onPick: (id: string) => void;
}

const KINDS = (Object.keys(ACTION_FORMS) as ActionKind[]).map((value) => ({ value, label: ACTION_FORMS[value].label }));

/** What would have helped, and at what price: the plan's playbooks against doing nothing, and the picked one's actions. */
export const PlaybookPanel = memo(function PlaybookPanel({ plan, struck, answer, alone, picked, onPick }: Props) {
  const [kind, setKind] = useState<ActionKind>('overtime');
  const books = plan.playbooks ?? [];
  const book = books.find(({ id }) => id === picked) ?? null;
  const { data } = answer;
  const found = data?.playbooks.find(({ id }) => id === picked) ?? null;
  const actions = alone.stale ? null : (alone.data?.playbooks.find(({ id }) => id === picked) ?? null);
  const rows = useMemo(
    () =>
      data && books.length > 0
        ? [
            { id: '', name: 'Nothing is done', impact: data.without.impact, bought: null },
            ...data.playbooks.map(({ id, name, impact, bought }) => ({ id, name, impact, bought })),
          ]
        : [],
    [data, books.length],
  );
  return (
    <Panel
      title="What would have helped"
      description="Playbooks against doing nothing, with the same customers and the same luck. Days count from the disruption’s first. Pick one to see it in the curves and change its actions."
      stale={answer.stale}
    >
      <div className={css.head}>
        <NativeSelect
          size="xs"
          label="Action"
          data={KINDS}
          value={kind}
          onChange={({ currentTarget: { value } }) => setKind(value as ActionKind)}
        />
        <Button size="xs" onClick={() => onPick(addPlaybook(plan, struck, kind))}>
          Add playbook with it
        </Button>
        {book && (
          <Button size="xs" variant="default" onClick={() => addAction(book, usualAction(kind, plan, struck))}>
            Add it to {book.name}
          </Button>
        )}
      </div>
      {books.length === 0 && (
        <p className={css.verdict}>This plan has no playbook yet. Choose an action and add one.</p>
      )}
      {books.length > 0 && <RunBar {...answer} what="the playbooks" />}
      {found && <p className={css.verdict}>{boughtSentence(found.name, found.bought, plan.currency)}</p>}
      <div className={css.tables}>
        {rows.length > 0 && <PlaybookTable rows={rows} currency={plan.currency} picked={picked} onPick={onPick} />}
        {book && found && <RunBar {...alone} what="each action alone" />}
        {found && <ActionTable actions={(actions ?? found).actions} shifts={found.shifts} currency={plan.currency} />}
      </div>
      {book && (
        <section aria-label={`Actions of ${book.name}`} className={css.actions}>
          <TextField
            key={book.id}
            label="Name of the playbook"
            value={book.name}
            longest={120}
            isNeeded
            issue={undefined}
            onChange={(text) => renamePlaybook(book, text)}
          />
          {book.actions.map((action, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: actions have no other identity
            <ActionCard key={`${book.id} ${at} ${action.kind}`} plan={plan} book={book} at={at} action={action} />
          ))}
          <div>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => {
                removePlaybook(book);
                onPick('');
              }}
            >
              Remove {book.name}
            </Button>
          </div>
          <p className={css.note}>
            Added hours cost what the action says and stand outside the contracts’ ordinary bills; the whole bill also
            changes by what contracts bill for hours that are worked again.
          </p>
        </section>
      )}
    </Panel>
  );
});
