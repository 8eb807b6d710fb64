import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../../../server/launch/start.mjs', import.meta.url));

export interface ServedApp {
  /** Such as `http://127.0.0.1:41234`. */
  readonly address: string;
  readonly end: () => Promise<void>;
}

/** Starts Ballast as `npm start` does, on a free port and a data folder of its own. */
export async function serveApp(): Promise<ServedApp> {
  const folder = await mkdtemp(join(tmpdir(), 'ballast-journey-'));
  const { DATABASE_URL: _database, PORT: _port, BALLAST_HOST: _host, ...environment } = process.env;
  const child = spawn(process.execPath, [launcher], {
    env: { ...environment, BALLAST_PORT: '0', BALLAST_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    const read = (text: string) => {
      output += text;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (found !== undefined) resolve(found);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.on('exit', (status) => reject(new Error(`Ballast ended with ${status} before it was up: ${output}`)));
  });
  return {
    address,
    end: async () => {
      child.kill('SIGTERM');
      await closed;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
