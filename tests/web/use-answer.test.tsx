// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Plan } from '../../engine/plan';
import { editPlan, undo, usePlanStore } from '../../web/state';
import { showPlan } from '../../web/state/plan-store';
import { answerCache } from '../../web/work/answer-cache';
import type { AskOptions } from '../../web/work/engine-pool';
import { useAnswer } from '../../web/work/use-answer';
import { useEach } from '../../web/work/use-each';
import { AnswerError, STOPPED } from '../../web/work/worker-api';

interface Call {
  readonly question: string;
  readonly options: unknown;
  readonly ask: AskOptions;
  readonly answer: (value: unknown) => void;
  readonly fail: (error: Error) => void;
}

const calls = vi.hoisted(() => [] as Call[]);
vi.mock('../../web/work/engine', () => ({
  engine: () => ({
    ask: (question: string, options: unknown, ask: AskOptions) =>
      new Promise((answer, fail) => {
        calls.push({ question, options, ask, answer, fail });
        ask.signal?.addEventListener('abort', () => fail(new AnswerError(STOPPED)));
      }),
  }),
}));

const plan = { id: 'small', name: 'Small', sites: [{ id: 'a', name: 'Alpha', seats: 10 }] } as unknown as Plan;
const setSeats = (value: number) =>
  editPlan(`Seats ${value}`, (draft) => {
    const [site] = draft.sites;
    if (site) site.seats = value;
  });
const rest = () => act(() => vi.advanceTimersByTimeAsync(200));
const answerWith = (at: number, value: unknown) =>
  act(async () => {
    calls[at]?.answer(value);
    await vi.advanceTimersByTimeAsync(0);
  });

beforeEach(() => {
  vi.useFakeTimers();
  calls.length = 0;
  answerCache.clear();
  showPlan(plan, null);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('an answer on screen', () => {
  it('is asked for once the hand rests, with the plan and its key', async () => {
    const { result } = renderHook(() => useAnswer('overview', null));
    expect(calls).toHaveLength(0);
    await rest();
    expect(calls).toHaveLength(1);
    expect(calls[0]?.ask.plan).toEqual({ key: usePlanStore.getState().planKey, document: plan });
    expect(result.current.running).toBe(true);
    await answerWith(0, 'first');
    expect(result.current).toMatchObject({ data: 'first', stale: false, running: false, fault: null });
  });

  it('stays, dimmed, while a newer one is worked out; the older question is superseded', async () => {
    const { result } = renderHook(() => useAnswer('overview', null));
    await rest();
    await answerWith(0, 'first');
    act(() => setSeats(11));
    expect(result.current).toMatchObject({ data: 'first', stale: true });
    await rest();
    act(() => setSeats(12));
    await rest();
    expect(calls[1]?.ask.signal?.reason).toBe('superseded');
    await answerWith(2, 'third');
    expect(result.current).toMatchObject({ data: 'third', stale: false });
  });

  it('is there at once when the plan is what it was before', async () => {
    const { result } = renderHook(() => useAnswer('overview', null));
    await rest();
    await answerWith(0, 'first');
    act(() => setSeats(11));
    await rest();
    await answerWith(1, 'second');
    act(() => undo());
    await rest();
    expect(result.current).toMatchObject({ data: 'first', stale: false });
    expect(calls).toHaveLength(2);
  });

  it('can be stopped, and asked for again', async () => {
    const { result } = renderHook(() => useAnswer('sweep', {}));
    await rest();
    act(() => result.current.stop());
    expect(calls[0]?.ask.signal?.aborted).toBe(true);
    expect(result.current).toMatchObject({ running: false, fault: { kind: 'stopped' } });
    act(() => result.current.retry());
    await rest();
    await answerWith(1, 'again');
    expect(result.current).toMatchObject({ data: 'again', fault: null });
  });

  it('says what is wrong when it fails, and keeps what it had', async () => {
    const { result } = renderHook(() => useAnswer('overview', null));
    await rest();
    await answerWith(0, 'first');
    act(() => setSeats(11));
    await rest();
    const fault = { kind: 'input', message: 'wrong', issues: [] } as const;
    await act(async () => {
      calls[1]?.fail(new AnswerError(fault));
      await vi.advanceTimersByTimeAsync(0);
    });
    expect(result.current).toMatchObject({ data: 'first', stale: true, running: false, fault });
  });

  it('is not asked for while the plan has mistakes', async () => {
    const issue = { code: 'c', path: 'p', found: 'f', allowed: 'a', message: 'm' };
    usePlanStore.setState({ issues: [issue] });
    renderHook(() => useAnswer('overview', null));
    await rest();
    expect(calls).toHaveLength(0);
  });
});

describe('answers one after the other', () => {
  const list = ['one', 'two'].map((name) => ({ name, options: { disruption: name } }));

  it('shows each as soon as it is there', async () => {
    const { result } = renderHook(() => useEach('impact', list));
    await rest();
    expect(calls.map((call) => call.options)).toEqual([{ disruption: 'one' }]);
    await answerWith(0, 'first');
    expect(result.current).toMatchObject({ data: ['first', null], running: true });
    await answerWith(1, 'second');
    expect(result.current).toMatchObject({ data: ['first', 'second'], running: false });
  });

  it('stops the whole row', async () => {
    const { result } = renderHook(() => useEach('impact', list));
    await rest();
    act(() => result.current.stop());
    await rest();
    expect(calls).toHaveLength(1);
    expect(result.current).toMatchObject({ running: false, fault: { kind: 'stopped' } });
  });
});
