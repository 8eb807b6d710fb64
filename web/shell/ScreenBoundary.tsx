import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { IssueList } from '../ui';

interface Props {
  /** A change of it gives the content another chance. */
  readonly place: string;
  readonly children: ReactNode;
}

/** Keeps a fault of one screen on that screen, says what it was, and offers another try. */
export class ScreenBoundary extends Component<Props, { fault: string | null; place: string }> {
  override state = { fault: null as string | null, place: this.props.place };

  static getDerivedStateFromError(error: unknown) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }

  static getDerivedStateFromProps(props: Props, state: { fault: string | null; place: string }) {
    return props.place === state.place ? null : { fault: null, place: props.place };
  }

  override render() {
    if (this.state.fault === null) return this.props.children;
    return (
      <div>
        <IssueList title={`This screen failed: ${this.state.fault}`} issues={[]} />
        <Button size="xs" mt="sm" onClick={() => this.setState({ fault: null })}>
          Try again
        </Button>
      </div>
    );
  }
}
