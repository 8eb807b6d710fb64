import type { RunControl } from '../../engine/units';
import type { Surroundings } from './verb';

const WIDTH = 24;
const SHORTEST_MS = 100;

/** A progress bar on standard error when it is a terminal; `clear` takes it away before anything else is written. */
export function progressBar({ stderr }: Surroundings): RunControl & { clear(): void } {
  if (!stderr.isTTY) return { clear: () => {} };
  let last = Number.NEGATIVE_INFINITY;
  let shown = false;
  return {
    onProgress(share, label) {
      const now = performance.now();
      if (now - last < SHORTEST_MS && share < 1) return;
      last = now;
      shown = true;
      const filled = Math.round(Math.min(1, Math.max(0, share)) * WIDTH);
      const bar = '#'.repeat(filled).padEnd(WIDTH, '.');
      stderr.write(`\r\x1b[K[${bar}] ${Math.floor(share * 100)} % ${label}`);
    },
    clear() {
      if (shown) stderr.write('\r\x1b[K');
      shown = false;
    },
  };
}
