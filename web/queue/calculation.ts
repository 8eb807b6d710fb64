import type { CalculatorChannel, QueueCalculatorInput } from '../../engine/answers';
import { choiceField, type Field, placeOf, type ViewOf, writeView } from '../address';
import { DEFINITIONS, type ServiceLevelDefinition } from '../format';
import { FIELDS, FIGURES, type FigureName } from './fields';

/** A calculation as it stands in the form: per cents as typed, null where a field is empty or has no place. */
export interface Calculation {
  readonly channel: CalculatorChannel;
  readonly definition: ServiceLevelDefinition;
  readonly figures: Readonly<Record<FigureName, number | null>>;
}

type Figures = Readonly<Record<FigureName, number | null>>;

const SHARED: Figures = {
  contacts: 100,
  minutes: 30,
  aht: 180,
  patience: null,
  target: 80,
  within: 20,
  hours: null,
  shrinkage: 30,
  occupancy: 85,
  concurrency: null,
  stretch: null,
  silent: null,
  abandonment: null,
  asa: null,
  short: 5,
  spread: 1,
  patienceSpread: 1,
  agents: null,
};

/** What the form starts out with. */
const DEFAULTS: Readonly<Record<CalculatorChannel, Figures>> = {
  voice: SHARED,
  chat: {
    ...SHARED,
    contacts: 60,
    aht: 600,
    within: 60,
    patience: 240,
    concurrency: 3,
    stretch: 20,
    silent: 0,
    spread: null,
    patienceSpread: null,
  },
  email: {
    ...SHARED,
    contacts: 50,
    minutes: 60,
    aht: 360,
    target: 95,
    within: null,
    hours: 4,
    short: null,
    patienceSpread: null,
  },
};

export const isUsed = (name: FigureName, channel: CalculatorChannel): boolean =>
  FIELDS[name].channels.includes(channel);

export function freshCalculation(channel: CalculatorChannel): Calculation {
  return { channel, definition: 'answeredOverOffered', figures: DEFAULTS[channel] };
}

/** A number, an empty field, or nothing said: then the default holds. */
type Written = number | 'none' | null;

/** Numbers stand in the address in full, whatever the default is or comes to be, so that a link keeps its meaning. */
const figureField: Field<Written> = {
  fallback: null,
  read: (text) => {
    if (text === null || text.trim() === '') return null;
    if (text === 'none') return 'none';
    const value = Number(text);
    return Number.isFinite(value) ? value : null;
  },
  write: (value) => (value === null ? null : String(value)),
};

/** The calculation as parameters of the address. */
export const calculatorView = {
  channel: choiceField(['voice', 'chat', 'email'], 'voice'),
  counted: choiceField(DEFINITIONS, 'answeredOverOffered'),
  ...(Object.fromEntries(FIGURES.map((name) => [name, figureField])) as Record<FigureName, Field<Written>>),
} as const;

export type CalculatorView = ViewOf<typeof calculatorView>;

export function calculationOf(view: CalculatorView): Calculation {
  const { channel, counted } = view;
  const read = (name: FigureName): number | null => {
    if (!isUsed(name, channel)) return null;
    const written = view[name];
    if (typeof written === 'number') return written;
    // Only what may be empty can be.
    return written === 'none' && FIELDS[name].empty !== undefined ? null : DEFAULTS[channel][name];
  };
  return { channel, definition: counted, figures: byName(read) };
}

export function viewOf({ channel, definition, figures }: Calculation): CalculatorView {
  const write = (name: FigureName): Written => (isUsed(name, channel) ? (figures[name] ?? 'none') : null);
  return { channel, counted: definition, ...byName(write) };
}

/** Where the calculator shows this calculation. */
export function linkTo(calculation: Calculation): string {
  return `${placeOf(null, 'calculator')}?${writeView(calculatorView, viewOf(calculation))}`;
}

/** The question as the engine takes it. */
export function inputOf({ channel, definition, figures }: Calculation): QueueCalculatorInput {
  const given = FIGURES.flatMap((name) => {
    const value = figures[name];
    if (value === null || !isUsed(name, channel)) return [];
    const { input, percent } = FIELDS[name];
    return [[input, percent ? value / 100 : value]];
  });
  return { channel, definition, ...(Object.fromEntries(given) as Omit<QueueCalculatorInput, 'channel'>) };
}

/** A question of the engine as a calculation, such as one interval of a plan; what it leaves out stays empty. */
export function calculationFrom(input: QueueCalculatorInput): Calculation {
  const { channel } = input;
  const read = (name: FigureName): number | null => {
    if (!isUsed(name, channel)) return null;
    const { input: key, percent, empty } = FIELDS[name];
    const value = input[key];
    if (typeof value !== 'number' || !Number.isFinite(value))
      return empty === undefined ? DEFAULTS[channel][name] : null;
    return percent ? Number((value * 100).toPrecision(15)) : value;
  };
  return { channel, definition: input.definition ?? 'answeredOverOffered', figures: byName(read) };
}

function byName<Value>(value: (name: FigureName) => Value): Record<FigureName, Value> {
  return Object.fromEntries(FIGURES.map((name) => [name, value(name)])) as Record<FigureName, Value>;
}
