import type { MixVariant } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { InputFault, issue } from '../../../engine/units';
import type { OptionReader } from '../options';
import type { VerbOption } from '../verb';

/** Options that name other footprints than today's. */
export const TARGET_OPTIONS: Readonly<Record<string, VerbOption>> = {
  scenario: { type: 'string', multiple: true, value: 'ID', help: 'a kept scenario’s edits and moves' },
  from: { type: 'string', value: 'OF:MEMBER', help: 'a move, such as --from "metro:Metro Manila" --to site:cape-town' },
  to: { type: 'string', value: 'OF:MEMBER', help: 'provider, parent, country, metro, kind or site, and which' },
  share: { type: 'string', value: 'PERCENT', help: 'of the work that is moved (20 without it)' },
  streams: { type: 'string', multiple: true, value: 'ID', help: 'of the streams that are moved; all without it' },
  sizes: {
    type: 'string',
    multiple: true,
    value: 'TEAM=TIMES',
    help: 'teams of another size, such as makati-voice=0.8',
  },
};
export const TARGET_NAMES = Object.keys(TARGET_OPTIONS);

const PLACES = ['provider', 'parent', 'country', 'metro', 'kind', 'site'] as const;

/** Options that name footprints, read; the plan is asked about them later. */
export interface AskedTargets {
  readonly scenarios: readonly string[];
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly share: number;
  readonly streams: readonly string[];
  readonly sizes: readonly string[];
}

export function readTargets(options: OptionReader): AskedTargets {
  const from = options.text('from');
  const to = options.text('to');
  if (from !== undefined && to === undefined) options.required('to', 'where the work goes, such as site:cape-town');
  if (to !== undefined && from === undefined) options.required('from', 'where the work leaves, such as country:PH');
  if (from === undefined) for (const name of ['share', 'streams']) options.onlyWith(name, 'from');
  const share = options.number('share', { min: 0, max: 100 }) ?? 20;
  return {
    scenarios: options.texts('scenario'),
    from,
    to,
    share: share / 100,
    streams: options.texts('streams'),
    sizes: options.texts('sizes'),
  };
}

/** The footprints named, in the order scenarios, move, sizes. Errors: `InputFault` for what the plan doesn't have. */
export function targetsOf(plan: Plan, asked: AskedTargets): MixVariant[] {
  const targets = asked.scenarios.map((id): MixVariant => {
    const found = plan.scenarios.find((one) => one.id === id);
    if (!found) throw wrong('--scenario', id, `a scenario of this plan: ${names(plan.scenarios)}`);
    return { id, name: found.name, moves: found.moves, edits: found.edits };
  });
  if (asked.from !== undefined && asked.to !== undefined) {
    const unknown = asked.streams.find((id) => !plan.streams.some((stream) => stream.id === id));
    if (unknown !== undefined) throw wrong('--streams', unknown, `streams of this plan: ${names(plan.streams)}`);
    const move = {
      from: placeOf('--from', asked.from),
      to: placeOf('--to', asked.to),
      share: asked.share,
      ...(asked.streams.length > 0 ? { streams: asked.streams } : {}),
    };
    targets.push({ id: 'move', name: `${asked.share * 100} % from ${asked.from} to ${asked.to}`, moves: [move] });
  }
  if (asked.sizes.length > 0)
    targets.push({
      id: 'sizes',
      name: 'Sizes of teams',
      moves: [],
      sizes: asked.sizes.map((text) => sizeOf(plan, text)),
    });
  return targets;
}

function placeOf(option: string, text: string): MixVariant['moves'][number]['from'] {
  const at = text.indexOf(':');
  const of = PLACES.find((place) => place === text.slice(0, at));
  const member = text.slice(at + 1);
  if (!of || member === '') throw wrong(option, text, `${PLACES.join(', ')}, a colon and which one`);
  return { of, member };
}

function sizeOf(plan: Plan, text: string): { team: string; size: number } {
  const [team = '', times = ''] = text.split('=');
  if (!plan.teams.some(({ id }) => id === team))
    throw wrong('--sizes', text, `TEAM=TIMES with a team of this plan: ${names(plan.teams)}`);
  const size = /^\d*\.?\d+$/.test(times) ? Number(times) : Number.NaN;
  if (!(size >= 0 && size <= 20)) throw wrong('--sizes', text, `TEAM=TIMES, 0 to 20 times today`);
  return { team, size };
}

const names = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id).join(', ') || 'none';
const wrong = (path: string, found: string, allowed: string) =>
  new InputFault([issue('mix.target', path, found, allowed)]);
