import { isAbsolute, join } from 'node:path';
import { InputFault, type Issue, issue } from '../../engine/units';
import type { StorePlace } from '../store';

/** How a server is to run, read from its environment. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly place: StorePlace;
  readonly logLevel: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_PORT = 4870;
const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/**
 * The server's settings, or an `InputFault` with all that is wrong with them.
 *
 * `BALLAST_PORT` (or `PORT`), `BALLAST_HOST`, `BALLAST_DATA` (a folder; relative to where the command was called),
 * `DATABASE_URL` (PostgreSQL in place of the folder), `BALLAST_LOG_LEVEL`.
 */
export function readSettings(environment: Environment, home: string, workingFolder: string): Settings {
  const issues: Issue[] = [];
  const portName = environment.BALLAST_PORT ? 'BALLAST_PORT' : 'PORT';
  const portText = environment[portName] || String(DEFAULT_PORT);
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : Number.NaN;
  if (!(port <= 65535)) issues.push(issue('setting.port', portName, portText, 'a whole number, 0 to 65535'));

  const host = environment.BALLAST_HOST || '127.0.0.1';
  if (!LOOPBACK.includes(host)) {
    const allowed = LOOPBACK.join(', ');
    const message =
      `BALLAST_HOST: "${host}" would let other machines in, and this version has no accounts yet; ` +
      `allowed is ${allowed}. To reach it from elsewhere, forward the port (ssh -L ${portText}:127.0.0.1:${portText}).`;
    issues.push(issue('setting.host', 'BALLAST_HOST', host, allowed, message));
  }

  const logLevel = environment.BALLAST_LOG_LEVEL || 'warn';
  if (!LOG_LEVELS.includes(logLevel)) {
    issues.push(issue('setting.log-level', 'BALLAST_LOG_LEVEL', logLevel, LOG_LEVELS.join(', ')));
  }

  const url = environment.DATABASE_URL;
  if (url && !/^postgres(ql)?:\/\//.test(url)) {
    // The value may hold a password, so it is not shown.
    issues.push(issue('setting.database', 'DATABASE_URL', 'another scheme', 'postgres://…'));
  }
  if (issues.length > 0) throw new InputFault(issues);
  const place: StorePlace = url
    ? { kind: 'postgres', url }
    : { kind: 'folder', folder: folderOf(environment.BALLAST_DATA, home, workingFolder) };
  return { port, host, place, logLevel };
}

function folderOf(given: string | undefined, home: string, workingFolder: string): string {
  if (!given) return join(home, '.ballast');
  return isAbsolute(given) ? given : join(workingFolder, given);
}
