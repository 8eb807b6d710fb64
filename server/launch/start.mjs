#!/usr/bin/env node
import { runBundle } from './run-bundle.mjs';

await runBundle(['serve', ...process.argv.slice(2)]);
