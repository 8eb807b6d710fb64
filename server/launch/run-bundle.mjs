import { pathToFileURL } from 'node:url';
import { inRoot } from './paths.mjs';
import { makeReady } from './ready.mjs';

/** Sets up what the command needs, then hands over to the built command line. */
export async function runBundle(argv) {
  try {
    await makeReady(
      argv[0] === 'serve' && !argv.some((word) => word === '--help' || word === '-h') ? ['server', 'web'] : ['server'],
    );
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
    return;
  }
  const { runCommandLine } = await import(pathToFileURL(inRoot('dist', 'server', 'ballast.js')).href);
  await runCommandLine(argv, inRoot());
}
