import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** The system still lists a process that has ended and only waits to be collected by its parent. */
const ENDED = 'ended';

/** A process told apart from a later one with the same number. */
export interface ProcessMark {
  readonly pid: number;
  /** When the process started, in the words of its system; null where that cannot be learned. */
  readonly started: string | null;
}

export async function markOfThisProcess(): Promise<ProcessMark> {
  return { pid: process.pid, started: await startOf(process.pid) };
}

/** Whether the very process that made the mark still runs on this machine. In doubt it does. */
export async function isRunning(mark: ProcessMark): Promise<boolean> {
  if (!Number.isInteger(mark.pid) || mark.pid <= 0) return false;
  try {
    process.kill(mark.pid, 0);
  } catch (error) {
    // EPERM: it runs, under another user.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const started = await startOf(mark.pid);
  if (started === ENDED) return false;
  return mark.started === null || started === null || started === mark.started;
}

async function startOf(pid: number): Promise<string | null> {
  if (process.platform === 'linux') {
    try {
      const [boot, stat] = await Promise.all([
        readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
        readFile(`/proc/${pid}/stat`, 'utf8'),
      ]);
      // The command's name stands in brackets and may hold anything; the start time is the 20th field after it.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] === 'Z' || fields[0] === 'X') return ENDED;
      return `${boot.trim()} ${fields[19]}`;
    } catch {
      return null;
    }
  }
  if (process.platform === 'win32') return null;
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]);
    return stdout.trim() || null;
  } catch {
    return null;
  }
}
