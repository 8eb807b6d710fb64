import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import type { Issue } from '../../engine/units';
import { IssueList, Screen } from '../ui';
import css from './shell.module.css';

/** What stands in place of a screen when there is no plan to show, and the way on. */
export function ProblemPage({ message, issues }: { readonly message: string; readonly issues: readonly Issue[] }) {
  const [, navigate] = useLocation();
  return (
    <Screen title="Nothing to show" intro="Choose another plan above, or open one from a file.">
      <div className={css.problem}>
        <IssueList title={message} issues={issues} />
        <Button size="xs" onClick={() => navigate('/')}>
          Go to a plan that is here
        </Button>
      </div>
    </Screen>
  );
}
