import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { InputFault, issue } from '../../engine/units';
import { createApp, loadAssets } from '../http';
import { type OpenStore, openStore, seedPlans } from '../store';
import { libraryDrafts } from './library-drafts';
import type { Settings } from './settings';

/** A server that answers, until it is stopped. */
export interface RunningServer {
  readonly address: string;
  /** Lets requests under way finish, closes the store, gives the data folder free. */
  stop(): Promise<void>;
}

/** How long requests under way may take once the server is told to stop. */
const PATIENCE_MS = 5000;

/** Opens the store, brings in the worked plans, and listens. */
export async function startServer(
  settings: Settings,
  webFolder: string,
  say: (line: string) => void,
): Promise<RunningServer> {
  const assets = await loadAssets(webFolder);
  let answer: RequestListener = answerStarting;
  const server = createServer((request, response) => answer(request, response));
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  // The port is taken before the long work, so that a port in use is told at once.
  const store = await openStore(settings.place, { say, whenLocked: () => listen(server, settings) }).catch((error) => {
    server.close();
    throw error;
  });
  try {
    await seedPlans(store.plans, libraryDrafts());
    const log = pino({ level: settings.logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
    answer = createApp({ store, log, assets });
    const address = addressOf(server, settings.host);
    await store.announce(address);
    return { address, stop: () => stop(server, store) };
  } catch (error) {
    await stop(server, store);
    throw error;
  }
}

const answerStarting: RequestListener = (_request, response) => {
  response.writeHead(503, { 'Retry-After': '2', 'Content-Type': 'text/plain' }).end('Ballast is starting.\n');
};

function listen(server: Server, { port, host }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenFault(error, port)));
    server.listen(port, host, resolve);
  });
}

function listenFault(error: NodeJS.ErrnoException, port: number): Error {
  const say = (found: string, allowed: string) =>
    new InputFault([issue('setting.port', 'port', found, allowed, `Port ${port} is ${found}; use ${allowed}.`)]);
  if (error.code === 'EADDRINUSE') return say('taken by another program', 'another one: BALLAST_PORT=4871 npm start');
  if (error.code === 'EACCES') return say('reserved for administrators', 'one above 1023: BALLAST_PORT=4871 npm start');
  return error;
}

function addressOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

async function stop(server: Server, store: OpenStore): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const impatience = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
  await closed;
  clearTimeout(impatience);
  await store.close();
}
