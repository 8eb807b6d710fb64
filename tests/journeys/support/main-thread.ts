import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** A task of the page's main thread, in milliseconds: by the clock, and by the processor time that it took. */
export interface Task {
  readonly wall: number;
  readonly cpu: number;
}

const CATEGORIES = ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'];

/**
 * Runs some work in the page and lists the main thread's tasks of 20 ms and more, longest first.
 *
 * Read from the browser's own trace. The processor time is what the page is to blame for; on a machine whose cores other
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
    .map((event) => ({ wall: (event.dur ?? 0) / 1000, cpu: (event.tdur ?? event.dur ?? 0) / 1000 }))
    .filter((task) => task.wall >= 20)
    .sort((a, b) => b.cpu - a.cpu);
}
