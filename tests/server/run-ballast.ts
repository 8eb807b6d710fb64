import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const launcher = fileURLToPath(new URL('../../server/launch/ballast.mjs', import.meta.url));

const bundle = new URL('../../dist/server/ballast.js', import.meta.url).href;

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string>>;

/** Runs the command line as a user does, through its launcher, which builds what is stale. */
export function launched(args: readonly string[]): Promise<Ended> {
  return toItsEnd(start([launcher, ...args], {}), '');
}

/** Runs the built command line to its end. */
export function ballast(args: readonly string[], input = ''): Promise<Ended> {
  return toItsEnd(startBuilt(args, root, {}), input);
}

/** Runs `serve` until it ends by itself, as if installed in `home`, whose `dist/web` it shows. */
export function serveRefused(home: string, environment: Environment): Promise<Ended> {
  return toItsEnd(startBuilt(['serve'], home, environment), '');
}

async function toItsEnd(child: ChildProcess, input: string): Promise<Ended> {
  child.stdin?.on('error', () => {});
  child.stdin?.end(input);
  const output = gather(child);
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, stdout: output.stdout(), stderr: output.stderr() };
}

export interface ServingProcess {
  readonly address: string;
  readonly pid: number;
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<Ended>;
}

/** Starts `serve` on a data folder and a free port, and waits until it says where it is. */
export async function serving(home: string, dataFolder: string): Promise<ServingProcess> {
  const child = startBuilt(['serve'], home, { BALLAST_DATA: dataFolder });
  const { address, ended } = await untilAddress(child);
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return { address, pid: child.pid ?? 0, end };
}

/** Runs `npm start` as in a terminal: Ctrl-C goes to npm and to what it started alike. */
export async function npmStart(environment: Environment): Promise<{ address: string; interrupt(): Promise<Ended> }> {
  const env = { ...ownEnvironment(), ...environment };
  const child = spawn('npm', ['start'], { cwd: root, env, detached: true });
  const { address, ended } = await untilAddress(child);
  const interrupt = () => {
    process.kill(-(child.pid ?? 0), 'SIGINT');
    return ended;
  };
  return { address, interrupt };
}

async function untilAddress(child: ChildProcess): Promise<{ address: string; ended: Promise<Ended> }> {
  const output = gather(child);
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (status) => resolve({ status, stdout: output.stdout(), stderr: output.stderr() }));
  });
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const found = /http:\/\/\S+/.exec(output.stdout())?.[0];
      if (found !== undefined) resolve(found);
    });
    child.on('exit', (status) => reject(new Error(`ended with ${status}: ${output.stderr()}`)));
  });
  return { address, ended };
}

/** A process of the built command line, as if installed in `home`. */
export function startBuilt(args: readonly string[], home: string, environment: Environment): ChildProcess {
  const call = `runCommandLine(${JSON.stringify(args)}, ${JSON.stringify(home)})`;
  const code = `import { runCommandLine } from ${JSON.stringify(bundle)}; ${call};`;
  return start(['--input-type=module', '--eval', code], { BALLAST_PORT: '0', ...environment });
}

function start(args: readonly string[], environment: Environment): ChildProcess {
  return spawn(process.execPath, [...args], { env: { ...ownEnvironment(), ...environment } });
}

/** The environment without what would send a test's server elsewhere. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _database, PORT: _port, BALLAST_HOST: _host, ...inherited } = process.env;
  return inherited;
}

function gather(child: ChildProcess) {
  const texts = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    texts.stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    texts.stderr += text;
  });
  return { stdout: () => texts.stdout, stderr: () => texts.stderr };
}
