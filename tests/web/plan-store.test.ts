import { beforeEach, describe, expect, it } from 'vitest';
import type { Plan } from '../../engine/plan';
import { nameIssues } from '../../web/state';
import { editPlan, endGesture, redo, showPlan, undo, usePlanStore } from '../../web/state/plan-store';

const plan = {
  id: 'small',
  name: 'Small',
  sites: [
    { id: 'a', name: 'Alpha', seats: 10 },
    { id: 'b', name: 'Beta', seats: 20 },
  ],
} as unknown as Plan;

const state = () => usePlanStore.getState();
const seats = (at: number, value: number, gesture?: string) =>
  editPlan(
    `Seats ${value}`,
    (draft) => {
      const site = draft.sites[at];
      if (site) site.seats = value;
    },
    gesture,
  );

beforeEach(() => showPlan(plan, '"1-x"'));

describe('the plan on screen', () => {
  it('changes in named steps that go back and forth', () => {
    seats(0, 11);
    seats(1, 21);
    expect(state().undoable.map((step) => step.name)).toEqual(['Seats 11', 'Seats 21']);
    undo();
    expect(state().plan?.sites.map((site) => site.seats)).toEqual([11, 20]);
    expect(state().redoable.map((step) => step.name)).toEqual(['Seats 21']);
    undo();
    expect(state().plan).toEqual(plan);
    redo();
    redo();
    expect(state().plan?.sites.map((site) => site.seats)).toEqual([11, 21]);
  });

  it('has the same key for the same content, so that its answers are found again', () => {
    const first = state().planKey;
    seats(0, 11);
    const second = state().planKey;
    expect(second).not.toBe(first);
    undo();
    expect(state().planKey).toBe(first);
    redo();
    expect(state().planKey).toBe(second);
  });

  it('takes no step where nothing changed', () => {
    seats(0, 10);
    expect(state().undoable).toEqual([]);
  });

  it('forgets what was undone once something else is done', () => {
    seats(0, 11);
    undo();
    seats(1, 30);
    expect(state().redoable).toEqual([]);
  });

  it('makes one step of one gesture', () => {
    seats(0, 11, 'drag');
    seats(0, 12, 'drag');
    seats(0, 13, 'drag');
    expect(state().undoable).toHaveLength(1);
    undo();
    expect(state().plan?.sites[0]?.seats).toBe(10);
    redo();
    expect(state().plan?.sites[0]?.seats).toBe(13);
    seats(0, 14, 'drag');
    expect(state().undoable).toHaveLength(2);
  });

  it('starts a new step after the end of a gesture', () => {
    seats(0, 11, 'drag');
    endGesture();
    seats(0, 12, 'drag');
    expect(state().undoable).toHaveLength(2);
  });

  it('leaves the plan that it was given as it was', () => {
    seats(0, 99);
    expect(plan.sites[0]?.seats).toBe(10);
  });

  it('names the entry in which something is wrong', () => {
    const issue = { code: 'c', path: 'sites[1].zone', found: '"Mars"', allowed: 'a zone', message: 'm' };
    expect(nameIssues([issue], plan)[0]?.path).toBe('Beta: zone (sites[1].zone)');
    const withId = { ...issue, path: 'sites[1 "b"].seats' };
    expect(nameIssues([withId], plan)[0]?.path).toBe('Beta: seats (sites[1].seats)');
    const odd = { ...issue, path: '__proto__[0].zone' };
    expect(nameIssues([odd, { ...issue, path: 'sites[9].zone' }], plan).map((each) => each.path)).toEqual([
      '__proto__[0].zone',
      'sites[9].zone',
    ]);
  });
});
