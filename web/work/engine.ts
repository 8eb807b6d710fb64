import { EnginePool } from './engine-pool';

let pool: EnginePool | null = null;

/** The one pool of the page, started when it is first wanted. */
export function engine(): EnginePool {
  const cores = navigator.hardwareConcurrency ?? 2;
  // Studies of a minute take both cores of a small machine; the screen's own questions are short.
  pool ??= new EnginePool(
    () => new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' }),
    cores > 2 ? 2 : 1,
    Math.min(2, cores),
  );
  return pool;
}
