import { expose } from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import type { Plan } from '../../engine/plan';
import { EnginePool, type PoolWorker, SUPERSEDED } from '../../web/work/engine-pool';
import { AnswerError, type Reply, type WorkerApi } from '../../web/work/worker-api';

type Ask = WorkerApi['ask'];

/** A worker on a message channel instead of a thread: it can be killed, and then never says another word. */
class FakeWorker extends EventTarget implements PoolWorker {
  static alive: FakeWorker[] = [];
  static spawned = 0;
  readonly kept: string[] = [];
  terminated = false;
  private readonly channel = new MessageChannel();

  constructor(ask: Ask) {
    super();
    FakeWorker.spawned++;
    FakeWorker.alive.push(this);
    const api: WorkerApi = { keepPlan: (key) => void this.kept.push(key), ask };
    expose(api, this.channel.port2);
    this.channel.port1.start();
    this.channel.port1.addEventListener('message', (event) => {
      if (!this.terminated)
        this.dispatchEvent(new MessageEvent('message', { data: event.data, ports: [...event.ports] }));
    });
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    if (!this.terminated) this.channel.port1.postMessage(message, transfer);
  }

  terminate(): void {
    this.terminated = true;
    FakeWorker.alive = FakeWorker.alive.filter((each) => each !== this);
    this.channel.port1.close();
    this.channel.port2.close();
  }
}

const never: Ask = () => new Promise<Reply>(() => {});
const echo: Ask = async (question, planKey, options) => ({ ok: true, value: { question, planKey, options } });
const plan = { key: 'farwater@1', document: {} as Plan };

const pools: EnginePool[] = [];
function poolOf(asks: Ask | readonly Ask[], size = 1): EnginePool {
  let spawned = 0;
  const list = typeof asks === 'function' ? [asks] : asks;
  const pool = new EnginePool(() => new FakeWorker(list[Math.min(spawned++, list.length - 1)] as Ask), size);
  pools.push(pool);
  return pool;
}
const faultOf = async (call: Promise<unknown>) => {
  const error: unknown = await call.then(
    () => new Error('it answered'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(AnswerError);
  return (error as AnswerError).fault;
};

afterEach(() => {
  for (const pool of pools.splice(0)) pool.dispose();
  expect(FakeWorker.alive).toEqual([]);
  FakeWorker.spawned = 0;
});

describe('the pool of engine workers', () => {
  it('asks what goes on from another answer of the worker that has it in mind', async () => {
    const named =
      (worker: string): Ask =>
      async (question) => ({ ok: true, value: `${question} by ${worker}` });
    const pool = poolOf([named('first'), named('second')], 2);
    const asked = [pool.ask('concentration', null, { plan }), pool.ask('sweep', {}, { plan })];
    expect(await Promise.all(asked)).toEqual(['concentration by first', 'sweep by second']);
    expect(await pool.ask('pairs', {}, { plan })).toBe('pairs by second');
    expect(await pool.ask('concentration', null, { plan })).toBe('concentration by first');
    // Of another plan nobody has anything in mind.
    expect(await pool.ask('pairs', {}, { plan: { ...plan, key: 'farwater@2' } })).toBe('pairs by first');
  });

  it('answers, and sends a plan once for many questions', async () => {
    const pool = poolOf(echo);
    const first = await pool.ask('overview', null, { plan });
    await pool.ask('concentration', null, { plan });
    expect(first).toEqual({ question: 'overview', planKey: 'farwater@1', options: null });
    expect(FakeWorker.alive.map((worker) => worker.kept)).toEqual([['farwater@1']]);
  });

  it('sends a plan again that the worker has replaced since', async () => {
    const pool = poolOf(echo);
    for (const number of [1, 2, 3, 4, 5, 1]) {
      await pool.ask('overview', null, { plan: { ...plan, key: `farwater@${number}` } });
    }
    expect(FakeWorker.alive[0]?.kept.map((key) => key.at(-1))).toEqual(['1', '2', '3', '4', '5', '1']);
  });

  it('settles a call whose worker dies in the middle, and answers the next from a new one', async () => {
    const pool = poolOf([never, echo]);
    const call = pool.ask('overview', null, { plan });
    const next = pool.ask('concentration', null, { plan });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const event = Object.assign(new Event('error'), { message: 'out of memory' });
    FakeWorker.alive[0]?.dispatchEvent(event);
    expect(await faultOf(call)).toMatchObject({ kind: 'died', message: expect.stringContaining('out of memory') });
    expect(await next).toMatchObject({ question: 'concentration' });
    expect(FakeWorker.spawned).toBe(2);
  });

  it('settles a call at once when it is stopped, and ends the worker that was busy with it', async () => {
    const pool = poolOf([never, echo]);
    const abort = new AbortController();
    const call = pool.ask('sweep', {}, { plan, signal: abort.signal });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const [busy] = FakeWorker.alive;
    abort.abort();
    expect((await faultOf(call)).kind).toBe('stopped');
    expect(busy?.terminated).toBe(true);
    expect(await pool.ask('overview', null, { plan })).toMatchObject({ question: 'overview' });
  });

  it('lets a superseded computation finish when it is short, and keeps its worker', async () => {
    let finish: (reply: Reply) => void = () => {};
    let calls = 0;
    const slowOnce: Ask = (question, planKey, options, onProgress) =>
      calls++ === 0
        ? new Promise<Reply>((resolve) => {
            finish = resolve;
          })
        : echo(question, planKey, options, onProgress);
    const pool = poolOf(slowOnce);
    const abort = new AbortController();
    const call = pool.ask('mixes', { variants: [], disruptions: [] }, { plan, signal: abort.signal });
    await new Promise((resolve) => setTimeout(resolve, 20));
    abort.abort(SUPERSEDED);
    expect((await faultOf(call)).kind).toBe('stopped');
    const next = pool.ask('overview', null, { plan });
    finish({ ok: true, value: 'late' });
    expect(await next).toMatchObject({ question: 'overview' });
    expect(FakeWorker.spawned).toBe(1);
  });

  it('takes a waiting call out of the queue without touching the worker', async () => {
    const pool = poolOf(never);
    const running = pool.ask('overview', null, { plan });
    const abort = new AbortController();
    const waiting = pool.ask('sweep', {}, { plan, signal: abort.signal });
    abort.abort();
    expect((await faultOf(waiting)).kind).toBe('stopped');
    expect(FakeWorker.alive).toHaveLength(1);
    pool.dispose();
    expect((await faultOf(running)).kind).toBe('stopped');
  });

  it('refuses a call that was stopped before it began', async () => {
    const pool = poolOf(echo);
    expect((await faultOf(pool.ask('overview', null, { plan, signal: AbortSignal.abort() }))).kind).toBe('stopped');
    expect(FakeWorker.spawned).toBe(0);
  });

  it('hands on what is wrong with the plan, with every issue', async () => {
    const issues = [{ code: 'c', path: 'sites[2].zone', found: '"Mars"', allowed: 'a zone', message: 'm' }];
    const pool = poolOf(async () => ({ ok: false, fault: { kind: 'input', message: 'wrong', issues } }));
    expect(await faultOf(pool.ask('overview', null, { plan }))).toEqual({ kind: 'input', message: 'wrong', issues });
  });

  it('passes on progress while the call runs, and none after', async () => {
    let report: Parameters<Ask>[3] = () => {};
    const pool = poolOf(async (_question, _key, _options, onProgress) => {
      report = onProgress;
      await onProgress(0.25, 'a quarter');
      return { ok: true, value: 1 };
    });
    const seen: [number, string][] = [];
    await pool.ask('overview', null, { plan, onProgress: (share, label) => void seen.push([share, label]) });
    report(0.9, 'late');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toEqual([[0.25, 'a quarter']]);
  });

  it('uses as many workers as it may, and no more', async () => {
    const pool = poolOf(never, 2);
    const calls = [1, 2, 3].map((number) => pool.ask('overview', null, { plan: { ...plan, key: `a@${number}` } }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(FakeWorker.spawned).toBe(2);
    pool.dispose();
    for (const call of calls) expect((await faultOf(call)).kind).toBe('stopped');
  });

  it('keeps workers of their own for studies in the background, so that ending one costs no other answer', async () => {
    const pool = poolOf([never, echo], 1);
    const abort = new AbortController();
    const study = pool.ask('simulate', {}, { plan, background: true, signal: abort.signal });
    const waiting = pool.ask('simulate', {}, { plan, background: true, signal: abort.signal });
    expect(await pool.ask('overview', null, { plan })).toMatchObject({ question: 'overview' });
    const [studying, answering] = FakeWorker.alive;
    expect(FakeWorker.spawned).toBe(2);
    abort.abort();
    expect((await faultOf(study)).kind).toBe('stopped');
    expect((await faultOf(waiting)).kind).toBe('stopped');
    expect([studying?.terminated, answering?.terminated]).toEqual([true, false]);
    expect(await pool.ask('concentration', null, { plan })).toMatchObject({ question: 'concentration' });
    expect(FakeWorker.spawned).toBe(2);
  });

  it('tells when the browser gives no worker', async () => {
    const pool = new EnginePool(() => {
      throw new Error('no workers here');
    }, 1);
    expect(await faultOf(pool.ask('overview', null))).toMatchObject({ kind: 'internal', message: 'no workers here' });
  });
});
