import { join } from 'node:path';
import { readSettings, startServer } from '../../serve';
import { Exit, type Verb } from '../verb';

const ABOUT = `Starts the server for the screens and the HTTP interface, on this machine alone, until Ctrl-C.

Settings from the environment: BALLAST_PORT or PORT (4870), BALLAST_DATA (folder of the store, .ballast in the
checkout), DATABASE_URL (a PostgreSQL server in place of that folder), BALLAST_LOG_LEVEL (warn).`;

export const serve: Verb = {
  usage: 'serve',
  about: ABOUT,
  options: {},
  files: [0, 0],
  async run({ around }) {
    const settings = readSettings(around.environment, around.home, around.workingFolder);
    const say = (line: string) => around.stderr.write(`${line}\n`);
    const stopped = nextSignal();
    const server = await startServer(settings, join(around.home, 'dist', 'web'), say);
    around.stdout.write(`Ballast is at ${server.address} (Ctrl-C ends it)\n`);
    await stopped;
    await server.stop();
    return Exit.done;
  },
};

/** Resolves when the process is asked to end; a second request ends it at once. */
function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (asked) process.exit(130);
        asked = true;
        resolve();
      });
    }
  });
}
