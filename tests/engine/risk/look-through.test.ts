import { describe, expect, test } from 'vitest';
import { measureConcentration } from '../../../engine/answers';
import { hazardZones, teamOrigins } from '../../../engine/footprint';
import { readPlan } from '../../../engine/plan';
import { workShares } from '../../../engine/risk';
import { tinyDocument } from '../../support/tiny-plan';

const document = () => tinyDocument() as ReturnType<typeof JSON.parse>;
const hazard = (id: string, of: string, member: string) => ({
  id,
  name: `Hazard ${id}`,
  scope: { of, member },
  annualRate: 0.1,
  medianDays: 3,
  ninetiethPercentileDays: 9,
  lossShare: 1,
});

describe('hazardZones', () => {
  test('sites that one event reaches are one zone, whatever their metro is called', () => {
    const broken = document();
    const [, manila] = broken.sites;
    broken.sites.push({ ...manila, id: 'cebu', metro: 'Cebu' }, { ...manila, id: 'davao', metro: 'Davao' });
    broken.platforms.push({ id: 'grid', name: 'Island grid', kind: 'power-grid' });
    broken.sites[3].platforms = ['grid'];
    broken.sites[2].platforms = ['grid'];
    broken.hazards = [hazard('typhoon', 'metro', 'Cebu'), hazard('blackout', 'platform', 'grid')];
    expect(hazardZones(readPlan(broken))).toEqual([
      { id: 'typhoon', name: 'Island grid', hazards: ['Hazard typhoon', 'Hazard blackout'], sites: ['cebu', 'davao'] },
      { id: 'Berlin', name: 'Berlin', hazards: [], sites: ['berlin'] },
      { id: 'Metro Manila', name: 'Metro Manila', hazards: [], sites: ['manila'] },
    ]);
  });

  test('what strikes a provider, a contact platform or everybody makes no zone', () => {
    const broken = document();
    broken.hazards = [
      hazard('ransom', 'provider', 'vendor'),
      hazard('cloud', 'platform', 'ccaas'),
      { ...hazard('pandemic', 'world', ''), scope: { of: 'world' } },
    ];
    expect(hazardZones(readPlan(broken)).map(({ hazards }) => hazards)).toEqual([[], []]);
  });
});

describe('workShares', () => {
  test('hours, contacts and value by hand, by place and by kind of work', () => {
    const plan = readPlan(document());
    const parcels = [
      { team: 0, stream: 0, hours: 60, contacts: 100, value: 1000 },
      { team: 0, stream: 1, hours: 20, contacts: 300, value: 0 },
      { team: 1, stream: 0, hours: 20, contacts: 100, value: 1000 },
    ];
    const [metro, skill, carrier] = workShares(plan, teamOrigins(plan), parcels, ['metro', 'skill', 'carrier']);
    expect(metro!.members.map(({ label, shares }) => [label, shares])).toEqual([
      ['Berlin', { hours: 0.8, contacts: 0.8, value: 0.5 }],
      ['Metro Manila', { hours: 0.2, contacts: 0.2, value: 0.5 }],
    ]);
    expect(metro!.spread.hours!.herfindahl).toBeCloseTo(0.68, 12);
    expect(metro!.spread.value!.effectiveNumber).toBeCloseTo(2, 12);
    expect(skill!.members).toMatchObject([{ member: 'care', amounts: { hours: 100, contacts: 500, value: 2000 } }]);
    expect(carrier!.members).toEqual([]);
  });

  test('shares that overlap have no index, and what there is nothing of has no spread', () => {
    const broken = document();
    broken.platforms.push({ id: 'a', name: 'A', kind: 'carrier' }, { id: 'b', name: 'B', kind: 'carrier' });
    broken.sites[0].platforms = ['a', 'b'];
    broken.sites[1].platforms = ['b'];
    const plan = readPlan(broken);
    const parcels = [0, 1].map((team) => ({ team, stream: 0, hours: 50, contacts: 10, value: 0 }));
    const [carrier] = workShares(plan, teamOrigins(plan), parcels, ['carrier']);
    expect(carrier!.members.map(({ member, shares }) => [member, shares.hours])).toEqual([
      ['b', 1],
      ['a', 0.5],
    ]);
    expect(carrier!.spread).toEqual({
      hours: { herfindahl: null, effectiveNumber: null, largestShare: 1 },
      contacts: { herfindahl: null, effectiveNumber: null, largestShare: 1 },
      value: null,
    });
  });
});

describe('measureConcentration', () => {
  test('every dimension of the footprint adds up to the whole by each measure', () => {
    const answer = measureConcentration(readPlan(document()));
    // Nothing is stated about contributions: a contact stakes its customer, 0.05 × 100.
    expect(answer.totalValueAtStake).toBeCloseTo(5 * answer.totalContacts, 6);
    for (const { dimension, members } of answer.dimensions) {
      if (dimension === 'carrier') continue;
      const sum = (of: 'productiveHours' | 'contacts' | 'valueAtStake') =>
        members.reduce((total, member) => total + member[of]!, 0);
      expect(sum('productiveHours'), dimension).toBeCloseTo(answer.totalProductiveHours, 6);
      expect(sum('contacts'), dimension).toBeCloseTo(answer.totalContacts, 6);
      expect(sum('valueAtStake'), dimension).toBeCloseTo(answer.totalValueAtStake!, 5);
    }
  });

  test('a plan without values has no shares of value', () => {
    const broken = document();
    delete broken.markets[0].churn;
    const { totalValueAtStake, dimensions } = measureConcentration(readPlan(broken));
    expect(totalValueAtStake).toBeNull();
    expect(dimensions[0]!.spread.value).toBeNull();
    expect(dimensions[0]!.members[0]!.valueShare).toBeNull();
  });

  test('limits are of hours unless they name another measure', () => {
    const broken = document();
    broken.policies.limits = [
      { dimension: 'site', member: 'berlin', maxShare: 0.1 },
      { dimension: 'site', member: 'berlin', maxShare: 0.1, measure: 'contacts' },
    ];
    const { breaches, dimensions } = measureConcentration(readPlan(broken));
    const berlin = dimensions
      .find(({ dimension }) => dimension === 'site')!
      .members.find(({ member }) => member === 'berlin')!;
    const shareOf = (measure: string) => breaches.find((breach) => breach.measure === measure)?.share;
    expect(shareOf('hours')).toBe(berlin.share);
    expect(shareOf('contacts')).toBe(berlin.contactShare);
    expect(breaches.map(({ sentence }) => /of ([a-z ]+);/.exec(sentence)?.[1]).sort()).toEqual([
      'contacts answered',
      'productive hours',
    ]);
  });

  test('who covers a stream is named, hours given or not, and what counting providers hides is said', () => {
    const broken = document();
    const [, vendor] = broken.providers;
    const [, manila] = broken.sites;
    const [, care] = broken.teams;
    broken.providers.push({ ...vendor, id: 'second', name: 'Second vendor' });
    broken.sites.push({ ...manila, id: 'makati', provider: 'second' });
    broken.teams = [care, { ...care, id: 'makati-care', site: 'makati' }];
    const { cover, hides, singleSource } = measureConcentration(readPlan(broken));
    const [voice] = cover;
    expect(voice!.levels.provider.members.map(({ member, share }) => [member, share])).toEqual([
      ['second', expect.closeTo(0.5, 9)],
      ['vendor', expect.closeTo(0.5, 9)],
    ]);
    expect(voice!.single).toBe('metro');
    expect(hides[0]).toBe(
      'English voice: 2 providers (effective number 2.0), 1 country (1.0); Philippines holds 100 %',
    );
    expect(singleSource.map(({ stream, level }) => [stream, level])).toEqual([
      ['voice-en', 'metro'],
      ['email-en', 'metro'],
    ]);
  });
});
