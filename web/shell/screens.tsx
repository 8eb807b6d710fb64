import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { ScreenName } from '../address';

export interface ScreenEntry {
  readonly name: ScreenName;
  readonly label: string;
  /** Second key after `g`. */
  readonly key: string;
  readonly Component: LazyExoticComponent<ComponentType>;
}

/** The screens in the order of the navigation, each loaded when it is first opened. */
export const screens: readonly ScreenEntry[] = [
  {
    name: 'overview',
    label: 'Overview',
    key: 'o',
    Component: lazy(async () => ({ default: (await import('../screens/overview')).OverviewScreen })),
  },
  {
    name: 'demand',
    label: 'Demand',
    key: 'd',
    Component: lazy(async () => ({ default: (await import('../screens/demand')).DemandScreen })),
  },
  {
    name: 'footprint',
    label: 'Footprint',
    key: 'f',
    Component: lazy(async () => ({ default: (await import('../screens/footprint')).FootprintScreen })),
  },
  {
    name: 'staffing',
    label: 'Staffing',
    key: 's',
    Component: lazy(async () => ({ default: (await import('../screens/staffing')).StaffingScreen })),
  },
  {
    name: 'headcount',
    label: 'Headcount',
    key: 'h',
    Component: lazy(async () => ({ default: (await import('../screens/headcount')).HeadcountScreen })),
  },
  {
    name: 'money',
    label: 'Money',
    key: 'y',
    Component: lazy(async () => ({ default: (await import('../screens/money')).MoneyScreen })),
  },
  {
    name: 'disruptions',
    label: 'Disruptions',
    key: 'i',
    Component: lazy(async () => ({ default: (await import('../screens/disruptions')).DisruptionsScreen })),
  },
  {
    name: 'mixes',
    label: 'Mixes',
    key: 'm',
    Component: lazy(async () => ({ default: (await import('../screens/mixes')).MixesScreen })),
  },
  {
    name: 'concentration',
    label: 'Concentration',
    key: 'c',
    Component: lazy(async () => ({ default: (await import('../screens/concentration')).ConcentrationScreen })),
  },
  {
    name: 'risk',
    label: 'Risk',
    key: 'r',
    Component: lazy(async () => ({ default: (await import('../screens/risk')).RiskScreen })),
  },
  {
    name: 'calculator',
    label: 'Calculator',
    key: 'k',
    Component: lazy(async () => ({ default: (await import('../screens/calculator')).CalculatorScreen })),
  },
];
