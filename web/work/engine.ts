import { EnginePool } from './engine-pool';

let pool: EnginePool | null = null;

/** The one pool of the page, started when it is first wanted. */
export function engine(): EnginePool {
  pool ??= new EnginePool(
    () => new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' }),
    (navigator.hardwareConcurrency ?? 2) > 2 ? 2 : 1,
  );
  return pool;
}
