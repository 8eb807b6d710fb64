import {
  ActionIcon,
  AppShell,
  Burger,
  Skeleton,
  Tooltip,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useLocation } from 'wouter';
import { lastQueryOf, placeOf, readPath } from '../address';
import { usePlanStore } from '../state';
import { Icon } from '../ui';
import { Navigation } from './Navigation';
import { PlanPicker } from './PlanPicker';
import { ProblemPage } from './ProblemPage';
import { SaveStatus } from './SaveStatus';
import { ScreenBoundary } from './ScreenBoundary';
import { ShortcutsDialog } from './ShortcutsDialog';
import { type ScreenEntry, screens } from './screens';
import css from './shell.module.css';
import { UndoRedo } from './UndoRedo';
import { useOpenPlan } from './use-open-plan';
import { useShortcuts } from './use-shortcuts';

const Commands = lazy(async () => ({ default: (await import('./Commands')).Commands }));

/** The frame around every screen: header, navigation, and the screen that the address names. */
export function Shell() {
  useOpenPlan();
  const [opened, burger] = useDisclosure(false);
  const [helped, help] = useDisclosure(false);
  const [wish, setWish] = useState(0);
  const showCommands = useCallback(() => setWish((count) => count + 1), []);
  const [path, navigate] = useLocation();
  const address = readPath(path);
  const go = (screen: ScreenEntry) => {
    const query = lastQueryOf(screen.name);
    navigate(`${placeOf(usePlanStore.getState().plan?.id, screen.name)}${query === '' ? '' : `?${query}`}`);
    burger.close();
  };
  useShortcuts({
    go,
    showShortcuts: help.open,
    showCommands,
  });

  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 196, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding={{ base: 12, sm: 18 }}
    >
      <AppShell.Header className={css.header}>
        <a href="#content" className={css.skip}>
          Skip to the screen
        </a>
        <Burger
          opened={opened}
          onClick={burger.toggle}
          hiddenFrom="sm"
          size="sm"
          aria-label={opened ? 'Close the navigation' : 'Open the navigation'}
          aria-expanded={opened}
        />
        <span className={css.brand}>Ballast</span>
        <PlanPicker />
        <SaveStatus />
        <span className={css.space} />
        <UndoRedo />
        <div className={css.wideOnly}>
          <Tools help={help.open} commands={showCommands} />
        </div>
      </AppShell.Header>
      <AppShell.Navbar className={css.navbar} aria-label="Screens">
        <Navigation onGo={burger.close} />
        <div className={css.navbarTools}>
          <Tools help={help.open} commands={showCommands} />
        </div>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={css.main}>
        <Content address={address} />
      </AppShell.Main>
      <ShortcutsDialog opened={helped} close={help.close} />
      {wish > 0 && (
        <Suspense fallback={null}>
          <Commands wish={wish} go={go} showShortcuts={help.open} />
        </Suspense>
      )}
    </AppShell>
  );
}

function Content({ address }: { readonly address: ReturnType<typeof readPath> }) {
  const plan = usePlanStore((state) => state.plan);
  const problem = usePlanStore((state) => state.problem);
  if (address === null) return <ProblemPage message="There is no such page." issues={[]} />;
  const alone = address.screen === 'calculator';
  if (problem && !alone) return <ProblemPage message={problem.message} issues={problem.issues} />;
  if (!alone && (!plan || plan.id !== address.planId)) return <Waiting />;
  const screen = screens.find((each) => each.name === address.screen);
  if (!screen) return null;
  const place = alone ? screen.name : `${plan?.id}/${screen.name}`;
  return (
    <ScreenBoundary place={place}>
      <Suspense fallback={<Waiting />}>
        <screen.Component key={place} />
      </Suspense>
    </ScreenBoundary>
  );
}

function Waiting() {
  return (
    <div className={css.waiting} role="status" aria-label="Loading">
      <Skeleton height={26} width={220} />
      <Skeleton height={90} />
      <Skeleton height={320} />
    </div>
  );
}

function Tools({ help, commands }: { readonly help: () => void; readonly commands: () => void }) {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const label = scheme === 'dark' ? 'Light appearance' : 'Dark appearance';
  return (
    <div className={css.tools}>
      <Tooltip label="Commands (Ctrl/⌘ K)">
        <ActionIcon variant="default" size="md" aria-label="Commands" onClick={commands}>
          <Icon name="search" />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Keyboard shortcuts (?)">
        <ActionIcon variant="default" size="md" aria-label="Keyboard shortcuts" onClick={help}>
          <Icon name="help" />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={label}>
        <ActionIcon
          variant="default"
          size="md"
          aria-label={label}
          onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
        >
          <Icon name={scheme === 'dark' ? 'sun' : 'moon'} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
