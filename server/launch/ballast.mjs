#!/usr/bin/env node
import { runBundle } from './run-bundle.mjs';

await runBundle(process.argv.slice(2));
