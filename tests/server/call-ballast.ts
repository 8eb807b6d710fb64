import { PassThrough, Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { main } from '../../server/cli/main';
import type { Ended } from './run-ballast';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs the command line to its end in this process: for the many short calls whose start would take longer than they do. */
export async function called(args: readonly string[], input = ''): Promise<Ended> {
  const [stdout, stderr] = [collector(), collector()];
  const status = await main(args, {
    stdin: Readable.from([Buffer.from(input)]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    environment: {},
    workingFolder: root,
    home: root,
  });
  return { status, stdout: await stdout.end(), stderr: await stderr.end() };
}

function collector() {
  const stream = new PassThrough();
  const parts: Buffer[] = [];
  stream.on('data', (part: Buffer) => parts.push(part));
  const end = () =>
    new Promise<string>((resolve) => {
      stream.on('end', () => resolve(Buffer.concat(parts).toString('utf8')));
      stream.end();
    });
  return { stream, end };
}
