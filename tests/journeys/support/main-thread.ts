import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: {
    readonly name?: string;
    readonly chrome_mojo_event_info?: { readonly mojo_interface_tag?: string };
  };
}

/** A task of the page's main thread, in milliseconds: by the clock, and by the processor time that it took. */
export interface Task {
  /** The longest event within. */
  readonly what: string;
  readonly wall: number;
  readonly cpu: number;
}

const CATEGORIES = ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'];

/**
 * Runs some work in the page and lists the main thread's tasks of 20 ms and more, longest first.
 *
 * Read from the browser's own trace; what the driving program does in the page is left out. The processor time is what the page is to blame for; on a machine whose cores other
 * programs use as well, the clock also counts the time in which the thread waited for a core.
 */
export async function mainThreadTasks(browser: Browser, page: Page, work: () => Promise<void>): Promise<Task[]> {
  await browser.startTracing(page, { categories: CATEGORIES });
  let trace: Buffer;
  try {
    await work();
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: TraceEvent[] };
  const mains = new Set(
    traceEvents
      .filter((event) => event.name === 'thread_name' && event.args?.name === 'CrRendererMain')
      .map((event) => `${event.pid}/${event.tid}`),
  );
  const onMain = traceEvents.filter((event) => event.ph === 'X' && mains.has(`${event.pid}/${event.tid}`));
  // Each task stands in the trace under two names, one inside the other.
  const tasks = onMain.filter((event) => event.name === 'RunTask');
  if (tasks.length === 0) throw new Error('The trace holds no task of the main thread, so nothing was measured.');
  return tasks
    .filter((task) => (task.dur ?? 0) >= 20_000)
    .map((task) => ({ task, within: onMain.filter((event) => event !== task && isWithin(event, task)) }))
    .filter(({ within }) => !within.some(isDriver))
    .map(({ task, within }) => ({
      what: within.filter(({ name }) => !/RunTask$/.test(name)).sort(byLength)[0]?.name ?? task.name,
      wall: (task.dur ?? 0) / 1000,
      cpu: (task.tdur ?? task.dur ?? 0) / 1000,
    }))
    .sort((a, b) => b.cpu - a.cpu);
}

function isWithin(event: TraceEvent, task: TraceEvent): boolean {
  const [end, last] = [event.ts + (event.dur ?? 0), task.ts + (task.dur ?? 0)];
  return event.pid === task.pid && event.tid === task.tid && event.ts >= task.ts && end <= last;
}

/** A command of the program that drives the browser, such as looking for a button by its name. */
function isDriver({ args }: TraceEvent): boolean {
  return /DevToolsSession/.test(args?.chrome_mojo_event_info?.mojo_interface_tag ?? '');
}

const byLength = (a: TraceEvent, b: TraceEvent) => (b.dur ?? 0) - (a.dur ?? 0);
