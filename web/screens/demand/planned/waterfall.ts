import type { DemandAnswer, PlannedReason } from '../../../../engine/answers';
import type { BarRow } from '../../../charts';
import type { Selection } from './selection';

export type Figure = 'contacts' | 'hours';

const STAGE_LABELS: Readonly<Record<DemandAnswer['stages'][number], string>> = {
  model: 'Models alone',
  events: 'Events',
  drift: 'Segments that change',
  duplicates: 'Fewer or more contacts an issue',
  pilot: 'Pilots rolled out',
  proactive: 'Telling customers first',
  'new-channel': 'New channels',
  automation: 'Automation',
  leakage: 'Leakage from digital channels',
  overrides: 'Overrides',
};

/** Rows of the reasons in a selection. */
export function reasonsIn({ reasons, streams }: DemandAnswer, selection: Selection): PlannedReason[] {
  const chosen = new Set(streams.filter(selection.includes).map(({ id }) => id));
  return reasons.filter(({ stream }) => chosen.has(stream));
}

/** From models to agents: each step begins where the one before it ended. Steps that change nothing are left out. */
export function waterfallRows(answer: DemandAnswer, rows: readonly PlannedReason[], figure: Figure): BarRow[] {
  const bars: BarRow[] = [];
  let level = 0;
  for (const [at, stage] of answer.stages.entries()) {
    const change = rows.reduce((sum, row) => sum + (row.byStage[at]?.[figure] ?? 0), 0);
    if (stage !== 'model' && Math.abs(change) < 0.5) continue;
    bars.push({
      id: stage,
      label: STAGE_LABELS[stage],
      value: change,
      from: level,
      tone: stage === 'model' ? 'muted' : change < 0 ? 'good' : 'bad',
    });
    level += change;
  }
  bars.push({ id: 'agents', label: 'To agents', value: level, from: 0, tone: 'normal' });
  return bars;
}

/** Where a waterfall's scale begins: at zero, or nearer where its steps would be too small to see from there. */
export function scaleStart(bars: readonly BarRow[]): number {
  const levels = bars.flatMap(({ from = 0, value }) => [from, from + value]).filter((level) => level > 0);
  const [least, most] = [Math.min(...levels), Math.max(...levels)];
  if (!(most - least < most / 4) || most === least) return 0;
  const room = 10 ** Math.floor(Math.log10(most - least));
  return Math.max(0, Math.floor((least - (most - least)) / room) * room);
}

/** What agents get, divided into what customers value and what comes from something having failed. */
export function kindRows(rows: readonly PlannedReason[], figure: Figure): BarRow[] {
  const kinds = [
    ['value', 'Value demand', 'normal'],
    ['failure', 'Failure demand', 'bad'],
    [null, 'No reasons stated', 'muted'],
  ] as const;
  let from = 0;
  return kinds.flatMap(([kind, label, tone]) => {
    const value = rows.filter((row) => row.demandKind === kind).reduce((sum, row) => sum + row[figure], 0);
    if (value <= 0) return [];
    const row = { id: kind ?? 'none', label, value, from, tone };
    from += value;
    return [row];
  });
}

/** One reason over all streams of a selection. */
export interface ReasonSum {
  readonly id: string;
  readonly name: string;
  readonly department: string | null;
  readonly demandKind: 'value' | 'failure' | null;
  readonly model: number;
  readonly automated: number;
  readonly contacts: number;
  readonly hours: number;
  readonly minutesBefore: number;
  readonly minutes: number;
}

/** Reasons added up over streams, the most contacts first. */
export function reasonSums(answer: DemandAnswer, rows: readonly PlannedReason[]): ReasonSum[] {
  const automation = answer.stages.indexOf('automation');
  const groups = new Map<string, PlannedReason[]>();
  for (const row of rows) groups.set(row.reason ?? '', [...(groups.get(row.reason ?? '') ?? []), row]);
  return [...groups]
    .map(([id, own]) => {
      const add = (read: (row: PlannedReason) => number) => own.reduce((sum, row) => sum + read(row), 0);
      const model = add((row) => row.modelContacts);
      const contacts = add((row) => row.contacts);
      const hours = add((row) => row.hours);
      const { name = '', department = null, demandKind = null } = own[0] ?? {};
      return {
        id,
        name,
        department,
        demandKind,
        model,
        automated: -add((row) => row.byStage[automation]?.contacts ?? 0),
        contacts,
        hours,
        minutesBefore: model > 0 ? (add((row) => row.modelHours) * 60) / model : Number.NaN,
        minutes: contacts > 0 ? (hours * 60) / contacts : Number.NaN,
      };
    })
    .sort((a, b) => b.contacts - a.contacts);
}
