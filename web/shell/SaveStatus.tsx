import { Button, Group, Modal, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { writePath } from '../address';
import { keepBoth, keepMine, nameIssues, type SaveState, takeStored, usePlanStore } from '../state';
import { Icon, IssueList } from '../ui';
import { planDoors } from './doors';
import css from './shell.module.css';

/** Whether what is on screen is stored; in a conflict or with mistakes, what can be done about it. */
export function SaveStatus() {
  const save = usePlanStore((state) => state.save);
  const issues = usePlanStore((state) => state.issues);
  const plan = usePlanStore((state) => state.plan);
  const [asked, setAsked] = useState(false);
  if (!plan) return null;
  const text = words(save, issues.length);
  const needsYou = save.kind === 'conflict' || issues.length > 0 || save.kind === 'refused';
  return (
    <>
      {needsYou ? (
        <UnstyledButton className={css.saveTrouble} onClick={() => setAsked(true)}>
          <Icon name="warning" size={14} />
          <span>{text}</span>
        </UnstyledButton>
      ) : (
        <span className={css.save} role="status" data-away={save.kind === 'away' || undefined} title={text}>
          {save.kind === 'away' ? (
            <Icon name="warning" size={14} />
          ) : (
            <Icon name={save.kind === 'saved' ? 'check' : 'save'} size={14} />
          )}
          <span className={css.saveText}>{text}</span>
        </span>
      )}
      <Modal
        opened={asked && needsYou}
        onClose={() => setAsked(false)}
        title={save.kind === 'conflict' ? 'The plan was changed elsewhere' : 'Not saved: the plan has mistakes'}
      >
        {save.kind === 'conflict' ? (
          <Conflict detail={save.detail} done={() => setAsked(false)} />
        ) : (
          <>
            <IssueList
              title={`${issues.length} to mend; nothing is computed or saved until then`}
              issues={nameIssues(issues, plan)}
            />
            {save.kind === 'refused' && issues.length === 0 && <Text size="sm">{save.detail}</Text>}
          </>
        )}
      </Modal>
    </>
  );
}

function Conflict({ detail, done }: { readonly detail: string; readonly done: () => void }) {
  const [, navigate] = useLocation();
  const [trouble, setTrouble] = useState<string | null>(null);
  const act = (run: () => Promise<unknown>) => () => {
    run()
      .then(done)
      .catch((error: unknown) => setTrouble(error instanceof Error ? error.message : String(error)));
  };
  const asCopy = async () => {
    const id = await keepBoth();
    if (id !== null) navigate(writePath(id, 'overview'));
  };
  return (
    <>
      <Text size="sm">{detail} Your changes are kept in this browser until you decide.</Text>
      {trouble && <IssueList title={trouble} issues={[]} />}
      <Group mt="md" gap="xs">
        <Button size="xs" onClick={act(asCopy)}>
          Keep both: save mine as a copy
        </Button>
        <Button size="xs" variant="default" onClick={act(() => takeStored(planDoors()))}>
          Take the stored plan
        </Button>
        <Button size="xs" variant="default" onClick={act(keepMine)}>
          Keep mine on top
        </Button>
      </Group>
    </>
  );
}

function words(save: SaveState, mistakes: number): string {
  if (mistakes > 0) return `Not saved: ${mistakes} ${mistakes === 1 ? 'mistake' : 'mistakes'}`;
  switch (save.kind) {
    case 'saved':
      return 'Saved';
    case 'saving':
    case 'waiting':
      return 'Saving …';
    case 'away':
      return save.kept ? 'Not saved: server away, kept here' : 'Server away';
    case 'conflict':
      return 'Not saved: changed elsewhere';
    case 'refused':
      return 'Not saved';
  }
}
