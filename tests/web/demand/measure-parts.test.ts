import { expect, test } from 'vitest';
import { readPlan } from '../../../engine/plan';
import { addMeasure, changeMeasure, putAt } from '../../../web/screens/demand/planned/measure-actions';
import {
  addRolloutStep,
  addSegment,
  OPTIONAL_PARTS,
  removeSegment,
  setPreference,
  setShares,
  sharesOf,
  withShare,
} from '../../../web/screens/demand/planned/measure-parts';
import { usePlanStore } from '../../../web/state';
import { showPlan } from '../../../web/state/plan-store';
import { tinyPlan } from '../../support/tiny-plan';

const now = () => usePlanStore.getState().plan!;
const sound = () => readPlan(JSON.parse(JSON.stringify(now())));
const measureOf = (kind: string) => now().measures!.find((one) => one.kind === kind) as never;

test('shares keep adding up to one, the others in their proportions', () => {
  expect(withShare([0.5, 0.3, 0.2], 0, 0.75)).toEqual([0.75, 0.15, 0.1]);
  expect(withShare([1, 0, 0], 0, 0.4)).toEqual([0.4, 0.3, 0.3]);
  for (const shares of [withShare([0.5, 0.25, 0.25], 1, 1 / 3), withShare([0.1, 0.7, 0.2], 2, 0.123456)]) {
    expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 8);
  }
});

test('segments, replies, senders, later changes and rollout steps are edited, and the plan stays sound', () => {
  showPlan(tinyPlan(), null);
  addMeasure(now(), 'drift');
  const edit = (kind: string, recipe: (draft: never) => void) =>
    changeMeasure(measureOf(kind), 'Edit', recipe as never);
  edit('drift', (draft) => addSegment(draft));
  edit('drift', (draft) => setShares(draft, 'shareLater', withShare(sharesOf(draft, 'shareLater'), 2, 0.25)));
  edit('drift', (draft: { segments: never[] }) => setPreference(draft.segments[2]!, ['voice', 'email'], 1, 0.7));
  const drift = sound().measures!.find(({ kind }) => kind === 'drift') as unknown as {
    segments: { shareLater: number; preferences: { channel: string; share: number }[] }[];
  };
  expect(drift.segments.map(({ shareLater }) => shareLater)).toEqual([0.3, 0.45, 0.25]);
  expect(drift.segments[2]!.preferences).toEqual([
    { channel: 'voice', share: 0.3 },
    { channel: 'email', share: 0.7 },
  ]);
  edit('drift', (draft) => removeSegment(draft, 0));
  expect(sharesOf(measureOf('drift'), 'shareLater').reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
  sound();

  for (const [kind, parts] of Object.entries(OPTIONAL_PARTS)) {
    addMeasure(now(), kind as never);
    for (const { key, make } of parts ?? []) {
      edit(kind, (draft) => putAt(draft, key, make(now())));
      sound();
      expect(measureOf(kind)).toHaveProperty(key);
      edit(kind, (draft) => putAt(draft, key, null));
      expect(measureOf(kind)).not.toHaveProperty(key);
      sound();
    }
  }

  addMeasure(now(), 'pilot');
  edit('pilot', (draft) => addRolloutStep(draft));
  expect(
    (sound().measures!.find(({ kind }) => kind === 'pilot') as unknown as { rollout: unknown[] }).rollout,
  ).toHaveLength(2);
});
