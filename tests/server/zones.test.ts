import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const packer = '../../server/zones/pack-zones.mjs';
const { zoneDataModule } = (await import(packer)) as { zoneDataModule: () => string };

test('the engine’s zone data is what the package’s edition comes to', () => {
  const kept = readFileSync(new URL('../../engine/calendar/zone-data.ts', import.meta.url), 'utf8');
  expect(kept === zoneDataModule(), 'run `npm run zones` and look at what changed').toBe(true);
});
