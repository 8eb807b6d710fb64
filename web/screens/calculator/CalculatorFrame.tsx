import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { CalculatorChannel } from '../../../engine/answers';
import { lastQueryOf, placeOf } from '../../address';
import { Segments } from '../../charts';
import { CopyLink, Screen } from '../../ui';
import { BEYOND, queryOf } from './calculation-view';
import css from './calculator.module.css';

const CHANNELS: readonly { readonly value: CalculatorChannel; readonly label: string }[] = [
  { value: 'voice', label: 'Voice' },
  { value: 'chat', label: 'Chat' },
  { value: 'email', label: 'Email' },
];

interface Props {
  /** The channel, or the name of the calculation. */
  readonly chosen: string;
  readonly intro: string;
  readonly onChannel: (channel: CalculatorChannel) => void;
  readonly onStartOver: () => void;
  readonly address: () => string;
  readonly children: ReactNode;
}

/** Heading, what can be calculated, and the two buttons that each calculation has. */
export function CalculatorFrame({ chosen, intro, onChannel, onStartOver, address, children }: Props) {
  const [, navigate] = useLocation();
  return (
    <Screen
      title="Calculator"
      intro={intro}
      actions={
        <>
          <Button size="xs" variant="default" onClick={onStartOver}>
            Start over
          </Button>
          <CopyLink address={address} what="this calculation" />
        </>
      }
    >
      <div className={css.nav}>
        <span className={css.navGroup}>
          <span className={css.navLabel} aria-hidden="true">
            One queue
          </span>
          <Segments label="Channel" choices={CHANNELS} value={chosen as CalculatorChannel} onChange={onChannel} />
        </span>
        <span className={css.navGroup}>
          <span className={css.navLabel} aria-hidden="true">
            Beyond it
          </span>
          <Segments
            label="Beyond one queue"
            choices={BEYOND}
            value={chosen}
            onChange={(name) => {
              remember(chosen);
              navigate(`${placeOf(null, 'calculator')}?${remembered.get(name) ?? queryOf(name)}`);
            }}
          />
        </span>
      </div>
      {children}
    </Screen>
  );
}

/** How each calculation was left, so that looking at another loses nothing. */
const remembered = new Map<string, string>();

/** Keeps a calculation's address for when it is chosen again. */
export function remember(chosen: string): void {
  const query = lastQueryOf('calculator');
  if (BEYOND.some(({ value }) => value === chosen) && query.includes(`about=${chosen}`)) remembered.set(chosen, query);
}
