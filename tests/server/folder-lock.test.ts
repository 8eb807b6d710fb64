import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderHeld, type FolderLock, lockFolder } from '../../server/store';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ballast-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The number of a process that has just ended. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => child.on('exit', resolve));
  return child.pid ?? 0;
}

const holder = (facts: object) =>
  JSON.stringify({
    pid: 1,
    started: null,
    token: 'old',
    host: hostname(),
    since: '2027-01-04',
    address: null,
    ...facts,
  });

const lockFile = () => join(folder, 'lock.json');

async function race(starters: number): Promise<{ locks: FolderLock[]; held: FolderHeld[] }> {
  const results = await Promise.allSettled(Array.from({ length: starters }, () => lockFolder(folder)));
  const locks = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const faults = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  for (const fault of faults) expect(fault).toBeInstanceOf(FolderHeld);
  return { locks, held: faults as FolderHeld[] };
}

test('the second is told who holds the folder, and may have it afterwards', async () => {
  const first = await lockFolder(folder);
  await first.announce('http://127.0.0.1:4870');
  const refusal = await lockFolder(folder).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(FolderHeld);
  const { message } = refusal as FolderHeld;
  for (const word of [folder, `process ${process.pid}`, hostname(), first.holder.since, 'http://127.0.0.1:4870']) {
    expect(message).toContain(word);
  }
  await first.release();
  await (await lockFolder(folder)).release();
  expect(await readdir(folder)).toEqual([]);
});

test('of many starters at once exactly one gets the folder, in thirty rounds', async () => {
  for (let round = 0; round < 30; round++) {
    const { locks } = await race(12);
    expect(locks, `round ${round}`).toHaveLength(1);
    await locks[0]?.release();
  }
});

test('a lock of a process that is gone is taken over by exactly one, in thirty rounds', async () => {
  const pid = await deadPid();
  for (let round = 0; round < 30; round++) {
    await writeFile(lockFile(), holder({ pid, token: `gone-${round}` }));
    const { locks, held } = await race(12);
    expect(locks, `round ${round}`).toHaveLength(1);
    for (const fault of held) expect(fault.holder.pid).toBe(process.pid);
    await locks[0]?.release();
    expect(await readdir(folder)).toEqual([]);
  }
});

test('a takeover that died half-way is taken over as well', async () => {
  const pid = await deadPid();
  await writeFile(lockFile(), holder({ pid, token: 'gone' }));
  await writeFile(join(folder, 'claim-gone-1.json'), holder({ pid, token: 'also-gone' }));
  const { locks } = await race(12);
  expect(locks).toHaveLength(1);
  await locks[0]?.release();
  expect(await readdir(folder)).toEqual([]);
});

test('a later process with the same number is not mistaken for the holder', async () => {
  await writeFile(lockFile(), holder({ pid: process.pid, started: 'another boot 1' }));
  await (await lockFolder(folder)).release();
});

test('a lock from another machine is left alone, and the message says what to do', async () => {
  const text = holder({ pid: await deadPid(), host: 'elsewhere.example' });
  await writeFile(lockFile(), text);
  await expect(lockFolder(folder)).rejects.toThrow(`delete ${lockFile()}`);
  expect(await readFile(lockFile(), 'utf8')).toBe(text);
});

test('a file that is no lock is not overwritten', async () => {
  await writeFile(lockFile(), 'my notes');
  await expect(lockFolder(folder)).rejects.toThrow('is not a lock');
  expect(await readFile(lockFile(), 'utf8')).toBe('my notes');
});

test('releasing twice, or after someone else has it, takes nothing from anyone', async () => {
  const first = await lockFolder(folder);
  await first.release();
  const second = await lockFolder(folder);
  await first.release();
  await expect(lockFolder(folder)).rejects.toBeInstanceOf(FolderHeld);
  await second.release();
});
