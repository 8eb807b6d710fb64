import type { Plan } from '../../engine/plan';

/** A plan as it stood in this browser when it could not be saved, and the revision it was based on. */
export interface Draft {
  readonly id: string;
  readonly plan: Plan;
  /** Tag of the revision underneath; null for a plan that the server never had. */
  readonly etag: string | null;
  readonly at: string;
}

const NAME = 'ballast';
const STORE = 'drafts';

let opening: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused.'));
  });
  return opening;
}

async function act<Value>(mode: IDBTransactionMode, run: (store: IDBObjectStore) => IDBRequest<Value>): Promise<Value> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const request = run(database.transaction(STORE, mode).objectStore(STORE));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused.'));
  });
}

/** Keeps what the server does not have yet; a browser that forbids it is no reason to stop work. */
export async function keepDraft(draft: Draft): Promise<boolean> {
  try {
    await act('readwrite', (store) => store.put(draft));
    return true;
  } catch {
    return false;
  }
}

export async function readDraft(id: string): Promise<Draft | null> {
  try {
    return ((await act('readonly', (store) => store.get(id))) as Draft | undefined) ?? null;
  } catch {
    return null;
  }
}

export async function dropDraft(id: string): Promise<void> {
  try {
    await act('readwrite', (store) => store.delete(id));
  } catch {
    // Nothing was kept, then.
  }
}
