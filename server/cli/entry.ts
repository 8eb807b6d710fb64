import { main } from './main';

/**
 * Runs the command line of this process.
 *
 * The exit status is set, not forced, so that what is still on its way to a pipe gets there. A reader that has enough
 * (`| head`) closes the pipe; that is no failure.
 */
export async function runCommandLine(argv: readonly string[], home: string): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? 0 : 1);
    });
  }
  process.exitCode = await main(argv, {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    environment: process.env,
    workingFolder: calledIn(),
    home,
  });
}

/** The folder of the caller: npm runs scripts in the checkout's own and tells the caller's apart. */
function calledIn(): string {
  const { npm_package_name: project, npm_lifecycle_event: script, INIT_CWD: caller } = process.env;
  const throughNpm = project === 'ballast' && (script === 'ballast' || script === 'start');
  return throughNpm && caller ? caller : process.cwd();
}
