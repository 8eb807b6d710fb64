import { buildGrid, type Grid } from '../../engine/calendar';
import { planDemand } from '../../engine/demand';
import { type Plan, readPlan } from '../../engine/plan';
import { tinyDocument } from './tiny-plan';

type Document = Record<string, unknown>;

const flat = (parts: number) => Array.from({ length: parts }, () => 1 / parts);

/** A small plan whose demand is planned on top of its models: three streams of two markets on opposite clocks, four reasons. */
export function planningDocument(change: Document = {}): Document {
  const document = tinyDocument() as Record<string, Record<string, unknown>[]> & Document;
  const [voice, email] = document.streams as [Document, Document];
  const reason = (id: string, name: string, demandKind: string, automatableShare: number, factor: number) => ({
    id,
    name,
    demandKind,
    automatableShare,
    handleTimeFactor: factor,
    department: demandKind === 'value' ? 'Sales' : 'Billing',
    valuePerContact: 1,
  });
  const reasons = [
    reason('buy', 'Buy', 'value', 0.2, 1.5),
    reason('invoice', 'Invoice', 'failure', 0.6, 0.5),
    reason('broken', 'Broken', 'failure', 0.1, 1.25),
  ];
  const mix = [
    { reason: 'buy', share: 0.3 },
    { reason: 'invoice', share: 0.5 },
    { reason: 'broken', share: 0.2 },
  ];
  const far = {
    ...(document.markets as Document[])[0],
    id: 'far',
    name: 'Far',
    country: 'PH',
    zone: 'Asia/Manila',
    openingHours: 'Mo-Fr 09:00-18:00',
    holidays: [{ date: '2027-01-13', name: 'Closed', demandFactor: 0 }],
  };
  return {
    ...document,
    markets: [...(document.markets as Document[]), far],
    reasons,
    streams: [
      { ...voice, reasons: mix },
      { ...email, reasons: mix },
      {
        ...voice,
        id: 'chat-far',
        name: 'Far chat',
        market: 'far',
        channel: 'chat',
        demand: {
          kind: 'drivers',
          formula: 'orders * rate',
          drivers: [
            { id: 'orders', name: 'Orders', values: [900, 1000, 1100, 1200] },
            { id: 'rate', name: 'Contacts an order', values: 1.5 },
          ],
          dayOfWeekShare: [0.3, 0.2, 0.2, 0.2, 0.1, 0, 0],
          intradayShare: [flat(24)],
        },
      },
    ],
    teams: [
      ...(document.teams as Document[]),
      { ...(document.teams as Document[])[1], id: 'far-chat', name: 'Far chat', channels: ['chat'] },
    ],
    ...change,
  };
}

/** The same as a plan, with the grid it is worked out on and its demand. */
export function planned(change: Document = {}): { plan: Plan; grid: Grid } & ReturnType<typeof planDemand> {
  const plan = readPlan(planningDocument(change));
  const { startDate, weeks, intervalMinutes, zone } = plan.calendar;
  const grid = buildGrid({ startDate, weeks, intervalMinutes, zone });
  return { plan, grid, ...planDemand(plan, grid) };
}

/** Sum of all numbers. */
export const total = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0);
