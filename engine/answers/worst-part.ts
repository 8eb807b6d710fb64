import { tailService, type WaitCell } from '../risk';
import { whole } from './impact-report';
import type { RunResult, WorstPart } from './results';

/** The share of contacts that counts as the worst part. */
const TAIL = 0.05;

/**
 * The story of the worst 5 %: how long they waited, when they came and what they wanted, beside the undisturbed plan.
 *
 * Looks at the days from the disruption's start until it has passed and service is back. Contacts are those answered in
 * real time; who gave up is counted under abandonment.
 */
export function worstPart(base: RunResult, run: RunResult, fromDay: number, toDay: number): WorstPart | null {
  const from = Math.max(0, fromDay);
  const to = Math.min(run.days.length - 1, toDay);
  const tail = tailService(cellsOf(run, from, to), TAIL);
  const usual = tailService(cellsOf(base, from, to), TAIL);
  if (!tail || !usual) return null;
  const streams = tail.streams.slice(0, 3).map(({ stream, contacts }) => ({
    id: run.streams[stream]!.id,
    name: run.streams[stream]!.name,
    share: contacts / tail.contacts,
  }));
  const days = tail.days.map(({ day, contacts }) => ({ day: run.days[day]!, contacts }));
  const lost = abandonmentOn(
    run,
    tail.days.map(({ day }) => day),
  );
  return {
    share: TAIL,
    fromDay: run.days[from]!,
    toDay: run.days[to]!,
    contacts: tail.contacts,
    meanWaitSeconds: tail.meanWait,
    usualMeanWaitSeconds: usual.meanWait,
    waitExceededSeconds: tail.waitExceeded,
    days,
    streams,
    abandonment: lost,
    sentence: sentence(tail.meanWait, usual.meanWait, days, streams),
  };
}

function cellsOf(run: RunResult, from: number, to: number): WaitCell[] {
  return run.streams.flatMap(({ daily }, stream) => {
    const cells: WaitCell[] = [];
    for (let day = from; day <= to; day++) {
      const wait = daily.asaSeconds[day]!;
      if (!Number.isNaN(wait)) cells.push({ day, stream, contacts: daily.answered[day]!, wait });
    }
    return cells;
  });
}

/** Share abandoned on the days of the tail. */
function abandonmentOn(run: RunResult, days: readonly number[]): number {
  let abandoned = 0;
  let arrived = 0;
  for (const day of days) {
    abandoned += run.daily.abandoned[day]!;
    arrived += run.daily.offered[day]! + run.daily.redials[day]!;
  }
  return arrived > 0 ? abandoned / arrived : 0;
}

function sentence(wait: number, usual: number, days: WorstPart['days'], streams: WorstPart['streams']): string {
  const most = streams
    .slice(0, 2)
    .map(({ name, share }) => `${name} (${Math.round(share * 100)} %)`)
    .join(' and ');
  const spread = days.length === 1 ? 'on one day' : `on ${days.length} days`;
  return `The 5 % of answered contacts that waited longest waited ${seconds(wait)} on average, against ${seconds(usual)} in the plan left alone; they came ${spread}, most for ${most}.`;
}

function seconds(value: number): string {
  if (value < 90) return `${whole(value)} s`;
  return `${whole(value / 60)} min`;
}
