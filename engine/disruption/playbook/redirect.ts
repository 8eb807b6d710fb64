import type { PlaybookAction } from '../../plan';
import { factorsOf } from '../modifiers';
import { reachesStream } from '../reaches-stream';
import { type ActionOf, intervalsOf, type Tally, type Work } from './work';

/** Callers who accept leave the live queue for the calls to make. */
export function callBack(work: Work, action: ActionOf<'callback'>, at: number, tally: Tally): void {
  const queues = work.equipped.callbacks.filter((queue) => queue.action === at);
  for (const { from, to } of queues) shift(work, action, from, to, 0, 0);
  if (queues.length === 0) tally.notes.push('No calls there that somebody waits for.');
}

/** Contacts follow a message to another stream of their language; some come back. */
export function shiftChannel(work: Work, action: ActionOf<'shift-channel'>, tally: Tally): void {
  const { streams } = work.ground.plan;
  const to = streams.findIndex(({ id }) => id === action.to);
  let moved = 0;
  streams.forEach((stream, from) => {
    if (from === to || !reachesStream(action.scope, stream) || stream.language !== streams[to]!.language) return;
    if (work.equipped.callbacks.some((queue) => queue.to === from)) return;
    moved++;
    shift(work, action, from, to, action.returnShare, action.returnAfterHours);
  });
  if (moved === 0) tally.notes.push('No other stream there has the language of the one that it moves to.');
}

/** A stream gains or loses steps of priority. */
export function prefer(work: Work, action: ActionOf<'priority'>): void {
  const { grid, plan, draft } = work.ground;
  const { from, to } = intervalsOf(work, action);
  const stream = plan.streams.findIndex(({ id }) => id === action.stream);
  const steps = factorsOf(draft.priority, stream, grid, 0);
  for (let t = from; t < to; t++) steps[t] = steps[t]! + action.steps;
}

function shift(
  work: Work,
  action: PlaybookAction & { readonly offeredShare: number; readonly acceptance: number },
  from: number,
  to: number,
  returnShare: number,
  returnAfterHours: number,
): void {
  const { grid, draft } = work.ground;
  const window = intervalsOf(work, action);
  const offered = new Float32Array(grid.intervals).fill(action.offeredShare, window.from, window.to);
  draft.shifts.push({ from, to, offered, acceptance: action.acceptance, returnShare, returnAfterHours });
}
