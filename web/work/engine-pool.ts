import { type Endpoint, proxy, type Remote, wrap } from 'comlink';
import type { Plan } from '../../engine/plan';
import { KEPT_PLANS } from './kept-plans';
import type { AnswerOf, OptionsOf, QuestionName } from './questions';
import { AnswerError, type Fault, type ReportProgress, STOPPED, type WorkerApi } from './worker-api';

/** As much of a Worker as the pool needs; a test brings its own. */
export interface PoolWorker extends Endpoint {
  terminate(): void;
}

export interface AskOptions {
  /** The plan asked about, and a key that changes whenever its content does. */
  readonly plan?: { readonly key: string; readonly document: Plan } | undefined;
  /**
   * Ends the call at once, and the worker that computes it; aborted with the reason `SUPERSEDED` the worker has a
   * moment to finish, since a short computation is over sooner than a new worker is up.
   */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ReportProgress | undefined;
  /** Goes before what is waiting: short questions that saving depends on. */
  readonly urgent?: boolean | undefined;
  /** A long study beside what the screen waits for: it has workers of its own, so that ending it costs no other answer. */
  readonly background?: boolean | undefined;
}

/** The reason to abort with when a newer question has made this one pointless. */
export const SUPERSEDED = 'superseded';
/** How many of a worker's answers are remembered. */
const MOST_REMEMBERED = 40;
const GRACE_MS = 1500;

/** Questions that go on from what the worker of another one still has in mind. */
const GOES_ON_FROM: Partial<Record<QuestionName, QuestionName>> = {
  pairs: 'sweep',
  sweep: 'pairs',
  consistency: 'mixes',
  transition: 'mixes',
};

interface Slot {
  readonly worker: PoolWorker;
  readonly api: Remote<WorkerApi>;
  readonly keys: string[];
  /** Questions answered of late, each with its plan's key. */
  readonly answered: string[];
  /** Rejects when the worker dies; never resolves. */
  readonly death: Promise<never>;
  readonly kill: (fault: Fault) => void;
  readonly isBackground: boolean;
  busy: boolean;
  dead: boolean;
}

interface Call {
  readonly question: QuestionName;
  readonly options: unknown;
  readonly ask: AskOptions;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: AnswerError) => void;
  settled: boolean;
}

/**
 * Workers that answer questions, one at a time each.
 *
 * A comlink call never settles when its worker ends, so every call races the worker's death and its own abort: whatever
 * happens, the promise settles. A worker that died is replaced when the next question comes.
 */
export class EnginePool {
  private slots: Slot[] = [];
  private queue: Call[] = [];

  /** @param size workers for what the screen waits for, and `background` more for what goes on beside it; as many when absent */
  constructor(
    private readonly spawn: () => PoolWorker,
    private readonly size: number,
    private readonly background = size,
  ) {}

  /** Starts a worker ahead of the first question, so that it needn't wait for the engine to load. */
  warmUp(): void {
    if (this.slots.length === 0) this.open(false);
  }

  ask<Name extends QuestionName>(
    question: Name,
    options: OptionsOf<Name>,
    ask: AskOptions = {},
  ): Promise<AnswerOf<Name>> {
    return new Promise<unknown>((resolve, reject) => {
      const call: Call = { question, options, ask, resolve, reject, settled: false };
      if (ask.signal?.aborted) return void this.settle(call, STOPPED);
      ask.signal?.addEventListener('abort', () => this.settle(call, STOPPED), { once: true });
      if (ask.urgent) this.queue.unshift(call);
      else this.queue.push(call);
      this.next();
    }) as Promise<AnswerOf<Name>>;
  }

  /** Ends every worker; calls under way and waiting are told. */
  dispose(): void {
    for (const slot of [...this.slots]) this.end(slot, STOPPED);
    for (const call of this.queue.splice(0)) this.settle(call, STOPPED);
  }

  private next(): void {
    this.queue = this.queue.filter((call) => !call.settled);
    for (const isBackground of [false, true]) this.fill(isBackground);
  }

  /** Gives what waits to the workers of its kind, as long as there are free ones. */
  private fill(isBackground: boolean): void {
    for (;;) {
      const call = this.queue.find(({ ask }) => Boolean(ask.background) === isBackground);
      if (!call) return;
      const slots = this.slots.filter((each) => each.isBackground === isBackground);
      const free = slots.filter((each) => !each.busy);
      const kin = memoryOf(GOES_ON_FROM[call.question], call.ask);
      const idle = free.find(({ answered }) => answered.includes(kin)) ?? free[0];
      if (!idle && slots.length >= (isBackground ? this.background : this.size)) return;
      this.queue.splice(this.queue.indexOf(call), 1);
      try {
        const slot = idle ?? this.open(isBackground);
        slot.busy = true;
        void this.run(slot, call);
      } catch (error) {
        // The browser refused a worker.
        this.settle(call, internal(error));
      }
    }
  }

  private open(isBackground: boolean): Slot {
    const worker = this.spawn();
    let kill: (fault: Fault) => void = () => {};
    const death = new Promise<never>((_resolve, reject) => {
      kill = (fault) => reject(new AnswerError(fault));
    });
    // A worker may die while nobody waits for it.
    death.catch(() => {});
    const slot: Slot = {
      worker,
      api: wrap<WorkerApi>(worker),
      keys: [],
      answered: [],
      death,
      kill,
      isBackground,
      busy: false,
      dead: false,
    };
    const died = (event: Event) => {
      const reason = 'message' in event && typeof event.message === 'string' ? event.message : '';
      const message = reason === '' ? 'The calculation ended unexpectedly.' : `The calculation broke off: ${reason}`;
      this.end(slot, { kind: 'died', message, issues: [] });
    };
    worker.addEventListener('error', died as EventListener);
    worker.addEventListener('messageerror', died as EventListener);
    this.slots.push(slot);
    return slot;
  }

  private async run(slot: Slot, call: Call): Promise<void> {
    const { signal } = call.ask;
    let current = true;
    const abort = () => {
      const stop = () => {
        if (current) this.end(slot, STOPPED);
      };
      if (signal?.reason === SUPERSEDED) setTimeout(stop, GRACE_MS);
      else stop();
    };
    signal?.addEventListener('abort', abort, { once: true });
    try {
      const reply = await Promise.race([this.exchange(slot, call), slot.death]);
      if (reply.ok) {
        slot.answered.push(memoryOf(call.question, call.ask));
        if (slot.answered.length > MOST_REMEMBERED) slot.answered.shift();
        this.settle(call, null, reply.value);
      } else this.settle(call, reply.fault);
    } catch (error) {
      const fault = error instanceof AnswerError ? error.fault : internal(error);
      this.settle(call, fault);
    } finally {
      current = false;
      signal?.removeEventListener('abort', abort);
      slot.busy = false;
      this.next();
    }
  }

  private async exchange(slot: Slot, call: Call) {
    const { plan, onProgress } = call.ask;
    if (plan && !slot.keys.includes(plan.key)) {
      await slot.api.keepPlan(plan.key, plan.document);
      slot.keys.push(plan.key);
      if (slot.keys.length > KEPT_PLANS) slot.keys.shift();
    }
    const report: ReportProgress = (share, label) => {
      if (!call.settled) onProgress?.(share, label);
    };
    return slot.api.ask(call.question, plan?.key ?? null, call.options, proxy(report));
  }

  private end(slot: Slot, fault: Fault): void {
    if (slot.dead) return;
    slot.dead = true;
    this.slots = this.slots.filter((each) => each !== slot);
    slot.worker.terminate();
    slot.kill(fault);
  }

  private settle(call: Call, fault: Fault | null, value?: unknown): void {
    if (call.settled) return;
    call.settled = true;
    if (fault) call.reject(new AnswerError(fault));
    else call.resolve(value);
  }
}

function internal(error: unknown): Fault {
  return { kind: 'internal', message: error instanceof Error ? error.message : String(error), issues: [] };
}

const memoryOf = (question: QuestionName | undefined, { plan }: AskOptions): string => `${question} ${plan?.key}`;
