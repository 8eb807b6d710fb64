#!/usr/bin/env node
import { makeReady } from './ready.mjs';

try {
  await makeReady(['server', 'web']);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
