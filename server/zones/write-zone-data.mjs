#!/usr/bin/env node
import { writeFileSync } from 'node:fs';
import { zoneDataModule } from './pack-zones.mjs';

/** Writes the engine's zone data anew, after the package that holds the database was brought up to date. */
writeFileSync(new URL('../../engine/calendar/zone-data.ts', import.meta.url), zoneDataModule());
