import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The path of a Chromium for the browser journeys: the one named by the environment, on the PATH, or that playwright
 * brought; otherwise one is installed. Throws with what to install when all of that fails.
 */
export async function findChromium(say) {
  const named = process.env.BALLAST_CHROMIUM || process.env.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`BALLAST_CHROMIUM or CHROME_PATH names ${named}, which is not there.`);
  }
  return onPath() ?? (await playwrights()) ?? (await install(say));
}

function onPath() {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of NAMES) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here; the next.
      }
    }
  }
  return null;
}

async function playwrights() {
  const { chromium } = await import('playwright-core');
  const file = chromium.executablePath();
  return existsSync(file) ? file : null;
}

async function install(say) {
  if (process.getuid?.() === 0 && runs('apt-get', ['--version'], 'ignore')) {
    say('Installing Chromium for the browser journeys (apt-get install chromium) ...');
    const environment = { DEBIAN_FRONTEND: 'noninteractive' };
    const options = ['install', '-y', '-q', '--no-install-recommends', 'chromium'];
    if (runs('apt-get', ['update', '-q'], 'inherit', environment) && runs('apt-get', options, 'inherit', environment)) {
      const found = onPath();
      if (found) return found;
    }
  }
  say('Installing Chromium for the browser journeys (playwright-core install chromium) ...');
  const playwright = join('node_modules', 'playwright-core', 'cli.js');
  if (runs(process.execPath, [playwright, 'install', 'chromium'], 'inherit')) {
    const found = await playwrights();
    if (found) return found;
  }
  throw new Error(
    'The browser journeys need Chromium and none could be installed. Install it (Debian: apt-get install chromium) ' +
      'or name one: BALLAST_CHROMIUM=/path/to/chrome npm test',
  );
}

function runs(command, args, output, environment = {}) {
  const stdio = output === 'inherit' ? ['ignore', 2, 2] : 'ignore';
  return spawnSync(command, args, { stdio, env: { ...process.env, ...environment } }).status === 0;
}
