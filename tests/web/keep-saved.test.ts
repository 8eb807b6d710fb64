// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Plan } from '../../engine/plan';
import { type CheckPlan, editPlan, keepSaved, undo, usePlanStore } from '../../web/state';
import { showPlan } from '../../web/state/plan-store';

const plan = { id: 'small', name: 'Small', sites: [{ id: 'a', name: 'Alpha', seats: 10 }] } as unknown as Plan;
const state = () => usePlanStore.getState();
const setSeats = (value: number) =>
  editPlan(`Seats ${value}`, (draft) => {
    const [site] = draft.sites;
    if (site) site.seats = value;
  });

interface Sent {
  readonly match: string | null;
  readonly note: string;
  readonly seats: number;
}

let sent: Sent[] = [];
let answer: () => Response | Promise<Response>;
let stop: () => void;
let check: CheckPlan;

const saved = (revision: number) =>
  new Response(JSON.stringify({ revision }), { status: 200, headers: { ETag: `"${revision}-h"` } });
const problem = (status: number, body: object) => new Response(JSON.stringify(body), { status });
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  let revision = 1;
  answer = () => saved(++revision);
  check = async () => [];
  vi.stubGlobal('fetch', async (_address: string, request: RequestInit) => {
    const headers = new Headers(request.headers);
    const body = JSON.parse(String(request.body)) as Plan;
    sent.push({
      match: headers.get('If-Match'),
      note: decodeURIComponent(headers.get('Ballast-Note') ?? ''),
      seats: body.sites[0]?.seats ?? -1,
    });
    return answer();
  });
  stop = keepSaved((...facts) => check(...facts));
  showPlan(plan, '"1-h"');
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('saving by itself', () => {
  it('saves a rested change on top of the revision that it was made on, named after the step', async () => {
    setSeats(11);
    setSeats(12);
    expect(state().save.kind).toBe('waiting');
    await wait(700);
    expect(sent).toEqual([{ match: '"1-h"', note: 'Seats 12', seats: 12 }]);
    expect(state()).toMatchObject({ save: { kind: 'saved' }, etag: '"2-h"' });
    setSeats(13);
    await wait(700);
    expect(sent.at(-1)).toEqual({ match: '"2-h"', note: 'Seats 13', seats: 13 });
  });

  it('sends nothing when the change was undone before it was saved', async () => {
    setSeats(11);
    undo();
    await wait(2000);
    expect(sent).toEqual([]);
    expect(state().save.kind).toBe('saved');
  });

  it('neither saves nor forgets a plan with mistakes, and saves once they are mended', async () => {
    const issue = { code: 'c', path: 'sites[0].seats', found: '-1', allowed: 'more', message: 'm' };
    check = async (document) => ((document.sites[0]?.seats ?? 0) < 0 ? [issue] : []);
    setSeats(-1);
    await wait(700);
    expect(sent).toEqual([]);
    expect(state().issues).toEqual([issue]);
    setSeats(5);
    await wait(700);
    expect(state().issues).toEqual([]);
    expect(sent.map((each) => each.seats)).toEqual([5]);
  });

  it('tries again while the server is away, and says so', async () => {
    answer = () => Promise.reject(new TypeError('no route'));
    setSeats(11);
    await wait(700);
    expect(state().save.kind).toBe('away');
    answer = () => saved(2);
    await wait(2500);
    expect(state().save.kind).toBe('saved');
    expect(sent.map((each) => each.seats)).toEqual([11, 11]);
  });

  it('does not overwrite what somebody else saved, and stops until the user decides', async () => {
    answer = () => problem(412, { detail: 'The plan stands at revision 7.' });
    setSeats(11);
    await wait(700);
    expect(state().save).toEqual({ kind: 'conflict', detail: 'The plan stands at revision 7.' });
    setSeats(12);
    await wait(5000);
    expect(sent).toHaveLength(1);
  });

  it('lists what the server refuses', async () => {
    const issues = [{ code: 'c', path: 'sites', found: 'x', allowed: 'y', message: 'm' }];
    answer = () => problem(422, { detail: 'wrong', issues });
    setSeats(11);
    await wait(700);
    expect(state()).toMatchObject({ save: { kind: 'refused', detail: 'wrong' }, issues });
  });

  it('saves a change made while the one before is on its way', async () => {
    let release: (response: Response) => void = () => {};
    answer = () =>
      new Promise((resolve) => {
        release = resolve;
      });
    setSeats(11);
    await wait(700);
    setSeats(12);
    await wait(700);
    expect(sent).toHaveLength(1);
    answer = () => saved(3);
    release(saved(2));
    await wait(2000);
    expect(sent.map(({ match, seats }) => [match, seats])).toEqual([
      ['"1-h"', 11],
      ['"2-h"', 12],
    ]);
    expect(state().save.kind).toBe('saved');
  });
});
