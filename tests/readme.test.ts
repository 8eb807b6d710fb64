import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(`${root}/README.md`, 'utf8');
const commands = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap((block) =>
  block[1]!.split('\n').filter((line) => line.trim() !== ''),
);
/** These two are this very run and a server that doesn't end; tests of the launchers hold them. */
const heldElsewhere = ['npm start', 'npm test'];
const runnable = commands.filter((command) => !heldElsewhere.includes(command));

describe('README', () => {
  test('has commands, and starts with the two', () => {
    expect(commands.slice(0, 2)).toEqual(heldElsewhere);
    expect(runnable.length).toBeGreaterThanOrEqual(8);
  });

  test.each(runnable)('%s', (command) => {
    const words = command.split(' ');
    const run = spawnSync(words[0]!, words.slice(1), { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
    expect(run.stderr).not.toMatch(/error/i);
    expect(run.status).toBe(0);
    expect(run.stdout.length).toBeGreaterThan(100);
  });

  test('names only files that are there', () => {
    const files = [...readme.matchAll(/(?:`|\()((?:scenarios|engine|web)\/[\w./-]+)/g)].map((match) => match[1]!);
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) expect(existsSync(`${root}/${file}`), file).toBe(true);
  });
});
