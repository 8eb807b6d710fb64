import type { Plan } from '../../engine/plan';
import type { Issue } from '../../engine/units';

/** A plan in the server's list. */
export interface PlanSummary {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly hash: string;
  readonly updated: string;
  readonly author?: string;
  readonly note?: string;
}

export interface StoredPlan {
  readonly document: unknown;
  readonly etag: string;
}

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly etag: string; readonly revision: number }
  /** Somebody else saved meanwhile, or (for a new plan) the id is taken. */
  | { readonly kind: 'stale'; readonly detail: string }
  | { readonly kind: 'refused'; readonly detail: string; readonly issues: readonly Issue[] };

/** The server didn't answer, or not sensibly: worth another try later. */
export class ServerAway extends Error {
  override readonly name = 'ServerAway';
}

const PLANS = '/api/v1/plans';

export async function listPlans(): Promise<readonly PlanSummary[]> {
  const response = await send(PLANS);
  if (!response.ok) throw away(response);
  return ((await json(response)) as { plans: PlanSummary[] }).plans;
}

/** The newest revision of a plan; null when the server has none of that id. */
export async function fetchPlan(id: string): Promise<StoredPlan | null> {
  return storedPlan(await send(`${PLANS}/${encodeURIComponent(id)}`));
}

async function storedPlan(response: Response): Promise<StoredPlan | null> {
  if (response.status === 404) return null;
  if (!response.ok) throw away(response);
  return { document: await json(response), etag: response.headers.get('ETag') ?? '' };
}

/** The newest 200 revisions of a plan; none when the server doesn't have it. */
export async function listRevisions(id: string): Promise<PlanSummary[]> {
  const response = await send(`${PLANS}/${encodeURIComponent(id)}/revisions`);
  if (response.status === 404) return [];
  if (!response.ok) throw away(response);
  return ((await json(response)) as { revisions: PlanSummary[] }).revisions;
}

/** One revision of a plan; null when the server has none of that number. */
export async function fetchRevision(id: string, revision: number): Promise<StoredPlan | null> {
  return storedPlan(await send(`${PLANS}/${encodeURIComponent(id)}/revisions/${revision}`));
}

/** Saves on top of the revision named by the tag; null saves a plan that isn't there yet. */
export async function putPlan(plan: Plan, etag: string | null, note: string): Promise<SaveOutcome> {
  const response = await send(`${PLANS}/${encodeURIComponent(plan.id)}`, {
    method: 'PUT',
    headers: {
      'Content-Type': 'application/json',
      'Ballast-Note': encodeURIComponent(note.slice(0, 280)),
      ...(etag === null ? { 'If-None-Match': '*' } : { 'If-Match': etag }),
    },
    body: JSON.stringify(plan),
  });
  if (response.ok) {
    const { revision } = (await json(response)) as { revision: number };
    return { kind: 'saved', etag: response.headers.get('ETag') ?? '', revision };
  }
  const problem = await problemOf(response);
  if (response.status === 412) return { kind: 'stale', detail: problem.detail };
  if (response.status >= 400 && response.status < 500 && response.status !== 429) {
    return { kind: 'refused', ...problem };
  }
  throw away(response);
}

async function send(address: string, request?: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { ...request, signal: AbortSignal.timeout(20_000) });
  } catch {
    throw new ServerAway('The server does not answer.');
  }
}

async function json(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    throw new ServerAway('The server sent something that is no JSON.');
  }
}

async function problemOf(response: Response): Promise<{ detail: string; issues: readonly Issue[] }> {
  try {
    const problem = (await response.json()) as { detail?: string; issues?: readonly Issue[] };
    return { detail: problem.detail ?? `The server answered ${response.status}.`, issues: problem.issues ?? [] };
  } catch {
    return { detail: `The server answered ${response.status}.`, issues: [] };
  }
}

function away(response: Response): ServerAway {
  return new ServerAway(`The server answered ${response.status}.`);
}
