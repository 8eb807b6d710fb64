import { type Request, type Response, Router } from 'express';
import { planHash, readPlan } from '../../engine/plan';
import type { PlanStore, RevisionSummary } from '../store';
import { entityTag, expectedBy, noneMatchHits, stale } from './entity-tag';
import { jsonBytes, jsonOf } from './json-body';
import { only } from './only';
import { HttpFault } from './problem';

const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;
const LONGEST_NOTE = 300;

/** The plans of the store over HTTP: list, read, save, look back. */
export function plansRouter(store: PlanStore, limitBytes: number): Router {
  const router = Router();
  const body = jsonBytes(limitBytes);

  router.get('/', async (_request, response) => {
    response.set('Cache-Control', 'no-cache').json({ plans: (await store.list()).map(summaryJson) });
  });
  router.all('/', only('GET'));

  router.post('/check', ...body, (request, response) => {
    const plan = readPlan(jsonOf(request));
    response.set('Cache-Control', 'no-store').json({ valid: true, id: plan.id, name: plan.name, hash: planHash(plan) });
  });
  router.all('/check', only('POST'));

  router.get('/:id', async (request, response) => {
    sendDocument(request, response, await store.read(idOf(request)));
  });
  router.put(
    '/:id',
    (request, _response, next) => {
      // What is wrong without the body is said before the body is read.
      if (request.headers['if-match'] === undefined) expectedBy(request, null);
      idOf(request);
      next();
    },
    ...body,
    async (request, response) => {
      const id = idOf(request);
      const plan = readPlan(jsonOf(request));
      if (plan.id !== id) {
        throw new HttpFault(422, 'other-plan', `The document's id is "${plan.id}", the address names "${id}".`);
      }
      const [current = null] = await store.revisions(id, 1);
      const draft = { id, name: plan.name, document: JSON.stringify(plan), hash: planHash(plan) };
      const author = 'local';
      const result = await store.save({ ...draft, author, note: noteOf(request) }, expectedBy(request, current));
      if (result.kind === 'stale') throw stale(result.current);
      const { revision } = result;
      response.status(revision.revision === 1 && result.kind === 'saved' ? 201 : 200);
      response.set({ ETag: entityTag(revision), 'Cache-Control': 'no-store' }).json(summaryJson(revision));
    },
  );
  router.all('/:id', only('GET, PUT'));

  router.get('/:id/revisions', async (request, response) => {
    const id = idOf(request);
    const before = request.query.before === undefined ? undefined : revisionNumber(request.query.before);
    const revisions = await store.revisions(id, 200, before);
    if (revisions.length === 0 && before === undefined) throw noSuchPlan(id);
    response.set('Cache-Control', 'no-cache').json({ revisions: revisions.map(summaryJson) });
  });
  router.all('/:id/revisions', only('GET'));

  router.get('/:id/revisions/:revision', async (request, response) => {
    sendDocument(request, response, await store.read(idOf(request), revisionNumber(request.params.revision)));
  });
  router.all('/:id/revisions/:revision', only('GET'));

  return router;
}

function sendDocument(request: Request, response: Response, found: Awaited<ReturnType<PlanStore['read']>>): void {
  if (found === null) throw noSuchPlan(String(request.params.id));
  const tag = entityTag(found);
  response.set({
    ETag: tag,
    'Cache-Control': 'no-cache',
    'Last-Modified': found.updated.toUTCString(),
    'Ballast-Revision': String(found.revision),
    'Ballast-Author': encodeURIComponent(found.author),
    'Ballast-Note': encodeURIComponent(found.note),
  });
  if (noneMatchHits(request.headers['if-none-match'], tag)) {
    response.status(304).end();
    return;
  }
  response.type('application/json').send(found.document);
}

function summaryJson(revision: RevisionSummary) {
  return { ...revision, updated: revision.updated.toISOString() };
}

function idOf(request: Request): string {
  const id = String(request.params.id);
  if (!ID.test(id))
    throw new HttpFault(404, 'no-such-plan', 'No plan has such an id: letters a-z, digits and hyphens.');
  return id;
}

function revisionNumber(given: unknown): number {
  const text = String(given);
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new HttpFault(404, 'no-such-revision', 'Revisions are numbered 1, 2, 3 …');
  return Number(text);
}

function noSuchPlan(id: string): HttpFault {
  return new HttpFault(404, 'no-such-plan', `There is no plan or revision of that number under "${id}".`);
}

/** Why a revision was saved, from the header `Ballast-Note` (percent-encoded UTF-8). */
function noteOf(request: Request): string {
  const given = request.get('Ballast-Note') ?? '';
  try {
    const note = decodeURIComponent(given).replace(/\p{C}/gu, ' ').trim();
    if ([...note].length <= LONGEST_NOTE) return note;
  } catch {
    // Not percent-encoded: refused below like a note that is too long.
  }
  throw new HttpFault(400, 'note', `Ballast-Note is percent-encoded UTF-8 of at most ${LONGEST_NOTE} characters.`);
}
