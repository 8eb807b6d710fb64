import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { comparePlaybooks, luckBands, stressPlan, strikeLibrary } from '../../engine/answers';
import type { LibraryDisruption } from '../../engine/disruption';
import { readPlan } from '../../engine/plan';
import { libraryDisruptions, libraryPlans } from '../../scenarios';
import { ballast, launched } from './run-ballast';

const folder = mkdtempSync(join(tmpdir(), 'ballast-stress-'));
const planFile = join(folder, 'plan.json');
const plan = readPlan(libraryPlans.find(({ id }) => id === 'two-lights')!.document);

beforeAll(async () => {
  writeFileSync(planFile, JSON.stringify(plan));
  expect((await launched(['--help'])).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('stress gives what the Disruptions screen shows, to the last digit', () => {
  test('a library disruption on a plan', async () => {
    const entry = (libraryDisruptions as readonly LibraryDisruption[]).find(({ id }) => id === 'typhoon-odette')!;
    const struck = strikeLibrary(plan, entry, { startDate: '2027-05-03', target: 'metro:Bristol' });
    const grown = { ...plan, disruptions: [...plan.disruptions, struck] };
    const [shown] = stressPlan(grown, { disruptions: [struck.id] }).cases;
    const ended = await ballast([
      'stress',
      planFile,
      '--library',
      entry.id,
      '--start',
      '2027-05-03',
      '--target',
      'metro:Bristol',
    ]);
    expect(ended.status).toBe(0);
    const { cases } = JSON.parse(ended.stdout);
    expect(cases).toHaveLength(1);
    expect(cases[0]).toMatchObject({ id: struck.id, name: struck.name, impact: shown!.impact });
    expect(shown!.impact.contactsLost).toBeGreaterThan(100);
  });

  test('bands of busy and quiet days', async () => {
    const shown = luckBands(plan, { disruption: 'lisbon-dark' });
    const ended = await ballast(['stress', planFile, '--scenario', 'lisbon-dark', '--bands']);
    expect(ended.status).toBe(0);
    const [found] = JSON.parse(ended.stdout);
    expect(found.contactsLost).toEqual(shown.contactsLost);
    expect(Object.values(found.hit.serviceLevel.low)).toEqual(Array.from(shown.hit.serviceLevel.low));
    expect(shown.contactsLost.low).toBeGreaterThan(100);
  });

  test('playbooks, in all and each action alone', async () => {
    const asked = { disruptions: ['lisbon-dark'], playbooks: ['bristol-helps'], actions: true };
    const answer = comparePlaybooks(plan, asked);
    const [book] = answer.playbooks;
    const ended = await ballast([
      'stress',
      planFile,
      '--scenario',
      'lisbon-dark',
      '--playbook',
      'bristol-helps',
      '--csv',
    ]);
    expect(ended.status).toBe(0);
    const [header = '', ...lines] = ended.stdout.trim().split('\n');
    const at = (name: string) => header.split(',').indexOf(name);
    const cells = lines.map((line) => line.split(','));
    expect(cells.map((row) => [row[1], row[2]])).toEqual([
      ['', ''],
      ['bristol-helps', ''],
      ['bristol-helps', '1 overtime'],
    ]);
    expect(cells[0]![at('contacts_lost')]).toBe(String(answer.without.impact.contactsLost));
    expect(cells[1]![at('contacts_lost')]).toBe(String(book!.impact.contactsLost));
    expect(cells[1]![at('contacts_saved')]).toBe(String(book!.bought.contactsSaved));
    expect(cells[1]![at('playbook_cost')]).toBe(String(book!.bought.cost));
    expect(cells[2]![at('cost_per_saved')]).toBe(String(book!.actions[0]!.alone!.costPerSaved));
    expect(book!.bought.contactsSaved).toBeGreaterThan(100);
  });
});

test.each([
  [['--library', 'nothing', '--start', '2027-05-03'], 'allowed is one of lockdown, absence'],
  [['--library', 'flood'], '--start: found nothing'],
  [['--library', 'flood', '--start', '2027-02-30'], 'allowed is a day of the plan'],
  [['--library', 'flood', '--start', '2027-05-03', '--target', 'metro:Paris'], 'metro:Lisbon'],
  [['--start', '2027-05-03'], '--library beside it'],
  [['--playbook', 'constructor'], 'a playbook of this plan: bristol-helps'],
])('wrong calls of stress are refused with what is right: %j', async (args, words) => {
  const ended = await ballast(['stress', planFile, ...args]);
  expect(ended).toMatchObject({ status: 2, stdout: '' });
  expect(ended.stderr).toContain(words);
});
