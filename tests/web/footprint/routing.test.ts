import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkPlan } from '../../../engine/answers';
import { type Plan, readPlan } from '../../../engine/plan';
import { libraryPlans } from '../../../scenarios';
import {
  modeOf,
  moveTeam,
  namedIn,
  ruleOf,
  setCallback,
  setChoice,
  setFailover,
  setHelpsAfter,
  setKeepFree,
  setMode,
  setPriority,
  setShare,
  setTakesPart,
  teamsFor,
} from '../../../web/screens/footprint/routing/routing-edits';
import { removeRow } from '../../../web/screens/footprint/row-actions';
import { showPlan, undo, usePlanStore } from '../../../web/state/plan-store';

const plan = readPlan(libraryPlans[0]!.document);
const now = (): Plan => usePlanStore.getState().plan!;
const streamOf = (id: string) => now().streams.find((stream) => stream.id === id)!;
const steps = () => usePlanStore.getState().undoable.map(({ name }) => name);

beforeEach(() => showPlan(plan, null));

describe('who answers a stream', () => {
  it('is offered the teams that can, in the order in which they are asked', () => {
    const teams = teamsFor(now(), streamOf('uk-voice'));
    expect(teams.slice(0, 5).map(({ team }) => team.id)).toEqual(namedIn(ruleOf(plan, 'uk-voice')));
    expect(teams.every(({ lacks }) => lacks.length === 0)).toBe(true);
  });

  it('takes a share from the others in proportion, and gives it back when undone', () => {
    setShare(streamOf('refunds'), { id: 'quezon-written', name: 'Quezon' }, 0.6);
    expect(ruleOf(now(), 'refunds')).toMatchObject({
      shares: [
        { team: 'bengaluru-back-office', share: 0.4 },
        { team: 'quezon-written', share: 0.6 },
      ],
    });
    expect(steps()).toEqual([`${streamOf('refunds').name}: share of Quezon`]);
    undo();
    expect(now()).toEqual(plan);
  });

  it('changes from a split to a queue and back with the same teams', () => {
    setMode(now(), streamOf('refunds'), 'pool');
    expect(ruleOf(now(), 'refunds')).toEqual({
      stream: 'refunds',
      mode: 'pool',
      teams: ['bengaluru-back-office', 'quezon-written'],
    });
    setMode(now(), streamOf('refunds'), 'split');
    expect(modeOf(ruleOf(now(), 'refunds'))).toBe('split');
    expect(namedIn(ruleOf(now(), 'refunds'))).toEqual(['bengaluru-back-office', 'quezon-written']);
    setMode(now(), streamOf('refunds'), 'any');
    expect(ruleOf(now(), 'refunds')).toEqual({ stream: 'refunds', mode: 'pool' });
  });

  it('keeps nothing of what is the usual', () => {
    setChoice(streamOf('uk-voice'), 'as-listed');
    setChoice(streamOf('uk-voice'), 'longest-idle');
    const team = { id: 'taguig-voice', name: 'Taguig' };
    setHelpsAfter(streamOf('uk-voice'), team, 30);
    setHelpsAfter(streamOf('uk-voice'), team, null);
    setKeepFree(streamOf('uk-voice'), 4);
    setKeepFree(streamOf('uk-voice'), null);
    expect(ruleOf(now(), 'uk-voice')).toEqual(ruleOf(plan, 'uk-voice'));
  });

  it('loses a team that is removed, also as a helper', () => {
    setHelpsAfter(streamOf('uk-voice'), { id: 'taguig-voice', name: 'Taguig' }, 30);
    removeRow(now(), 'teams', 'taguig-voice');
    expect(ruleOf(now(), 'uk-voice')).not.toHaveProperty('overflow');
    expect(checkPlan(now()).issues.filter(({ path }) => path.startsWith('routing'))).toEqual([]);
  });

  it('stays a plan that can be computed whatever is edited in whatever order, and comes back step by step', () => {
    const places = fc.record({
      stream: fc.constantFrom(...plan.streams.map(({ id }) => id)),
      team: fc.nat(40),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      seconds: fc.integer({ min: 1, max: 86_400 }),
      isOn: fc.boolean(),
      what: fc.integer({ min: 0, max: 9 }),
      mode: fc.constantFrom('any' as const, 'pool' as const, 'split' as const),
      choice: fc.constantFrom(
        'longest-idle' as const,
        'most-idle' as const,
        'least-cost' as const,
        'as-listed' as const,
      ),
    });
    fc.assert(
      fc.property(fc.array(places, { minLength: 1, maxLength: 14 }), (edits) => {
        showPlan(plan, null);
        for (const { stream: id, team: at, share, seconds, isOn, what, mode, choice } of edits) {
          const stream = streamOf(id);
          const named = namedIn(ruleOf(now(), id));
          const teams = teamsFor(now(), stream).map(({ team }) => team);
          const team = teams[at % teams.length]!;
          const isIn = named.length === 0 || named.includes(team.id);
          if (what === 0) setMode(now(), stream, mode);
          if (what === 1 && isOn !== isIn) setTakesPart(stream, team, isOn);
          if (what === 2) setShare(stream, team, share);
          if (what === 3) setFailover(stream, isOn);
          if (what === 4) moveTeam(stream, team, isOn ? 1 : -1);
          if (what === 5) setChoice(stream, choice);
          if (what === 6 && isIn && modeOf(ruleOf(now(), id)) !== 'split')
            setHelpsAfter(stream, team, isOn ? seconds : null);
          if (what === 7 && modeOf(ruleOf(now(), id)) !== 'split') setKeepFree(stream, isOn ? seconds % 100 : null);
          if (what === 8) setPriority(stream, 1 + (at % 9));
          if (what === 9) setCallback(stream, isOn ? { afterSeconds: seconds, acceptShare: share } : null);
        }
        expect(readPlan(now())).toEqual(now());
        while (usePlanStore.getState().undoable.length > 0) undo();
        expect(now()).toEqual(plan);
      }),
      { numRuns: 25 },
    );
  });
});
