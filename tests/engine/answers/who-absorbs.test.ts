import { describe, expect, test } from 'vitest';
import { stressPlan } from '../../../engine/answers';
import { readPlan } from '../../../engine/plan';
import { tinyDocument } from '../../support/tiny-plan';

const answer = stressPlan(readPlan(tinyDocument()));
const [lockdown] = answer.cases;
const { absorption } = lockdown!;

describe('who absorbs what', () => {
  test('Manila closes: Berlin answers a part of its calls, and some are stranded', () => {
    const voice = absorption.streams.find(({ id }) => id === 'voice-en')!;
    expect(voice.fallen).toBeGreaterThan(1000);
    expect(voice.takenOver).toBeGreaterThan(100);
    expect(voice.stranded).toBeGreaterThan(100);
    expect(voice.takenOver + voice.notCome + voice.stranded).toBeCloseTo(voice.fallen, 6);
    const [arc] = absorption.arcs;
    expect(arc).toMatchObject({ from: 'manila', to: 'berlin' });
  });

  test('every contact that one answers less is answered by another, or by nobody: sums agree with the run', () => {
    for (const { id, takenOver, notCome, stranded, added } of absorption.streams) {
      const before = answer.base.streams.find((stream) => stream.id === id)!;
      const after = lockdown!.run.streams.find((stream) => stream.id === id)!;
      expect(added - notCome - stranded).toBeCloseTo(after.total.answered - before.total.answered, 4);
      expect(takenOver).toBeGreaterThanOrEqual(0);
    }
    const moved = absorption.arcs.reduce((sum, { contacts }) => sum + contacts, 0);
    const taken = absorption.streams.reduce((sum, { takenOver }) => sum + takenOver, 0);
    expect(Math.abs(moved - taken)).toBeLessThan(1);
  });

  test('contacts that never came are stranded nowhere', () => {
    const document = tinyDocument() as ReturnType<typeof JSON.parse>;
    document.scenarios = [{ id: 'quiet', name: 'Quiet', edits: [], moves: [], disruptions: ['quiet'] }];
    document.disruptions = [
      {
        ...document.disruptions[0],
        id: 'quiet',
        name: 'Nobody calls',
        effects: [
          {
            kind: 'demand',
            factor: 0.5,
            scope: { of: 'world' },
            curve: { delayDays: 0, rampDays: 0, holdDays: 14, recoveryDays: 0, recoveryShape: 'linear' },
          },
        ],
      },
    ];
    const quiet = stressPlan(readPlan(document), { disruptions: ['quiet'] });
    const { streams } = quiet.cases[0]!.absorption;
    const voice = streams.find(({ id }) => id === 'voice-en')!;
    const [before, after] = [quiet.base, quiet.cases[0]!.run].map(
      (run) => run.streams.find(({ id }) => id === 'voice-en')!.total,
    );
    expect(voice.fallen).toBeGreaterThan(100);
    // Fewer came, and of those who did more were answered: nobody is stranded.
    expect(voice.stranded).toBe(0);
    expect(voice.notCome).toBeLessThanOrEqual(before!.offered - after!.offered);
  });

  test('rows are ranked by size and name team, site and stream', () => {
    const changes = absorption.teams.map(({ change }) => Math.abs(change));
    expect(changes).toEqual([...changes].sort((a, b) => b - a));
    expect(absorption.teams[0]).toMatchObject({ team: 'manila-care', teamName: 'Team manila-care', site: 'manila' });
    expect(absorption.teams[0]!.hoursChange).toBeLessThan(0);
  });

  test('a plan without disruptions struck has nothing to absorb', () => {
    const document = tinyDocument() as ReturnType<typeof JSON.parse>;
    document.scenarios = [{ id: 'same', name: 'Same', edits: [], moves: [], disruptions: [] }];
    const [same] = stressPlan(readPlan(document), { scenarios: ['same'] }).cases;
    expect(same!.absorption.teams).toEqual([]);
    expect(same!.absorption.arcs).toEqual([]);
  });
});
