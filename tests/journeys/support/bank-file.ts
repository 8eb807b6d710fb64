import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const real = fileURLToPath(new URL('../../../../shared/data/bank_na_5min_2003/calls.csv', import.meta.url));

/** The bank's five-minute calls of 2003 where they are at hand, otherwise a made-up file of the same shape. */
export function bankFile(): { readonly name: string; readonly text: string; readonly isReal: boolean } {
  if (existsSync(real)) return { name: 'calls.csv', text: readFileSync(real, 'utf8'), isReal: true };
  return { name: 'calls.csv', text: madeUp(), isReal: false };
}

/** Five-minute calls, weekdays 07:00 to 21:05, 3 March to 24 October 2003, with a morning peak and a busy Monday. */
function madeUp(): string {
  const lines = ['timestamp,calls'];
  let state = 20_030_303;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const monday = [1.25, 1.1, 1, 0.95, 0.98];
  for (let day = 0; day < 236; day++) {
    const weekday = day % 7;
    if (weekday > 4) continue;
    const date = new Date(Date.UTC(2003, 2, 3 + day)).toISOString().slice(0, 10);
    const level = 95 * (monday[weekday] ?? 1) * (0.95 + 0.1 * random());
    for (let slot = 0; slot < 169; slot++) {
      const hour = 7 + slot / 12;
      const shape = Math.exp(-(((hour - 11) / 2.6) ** 2)) + 0.8 * Math.exp(-(((hour - 15.5) / 3) ** 2)) + 0.08;
      const mean = level * shape;
      const calls = Math.max(0, Math.round(mean + Math.sqrt(mean) * (random() + random() + random() - 1.5) * 2));
      const minutes = 420 + slot * 5;
      const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`;
      lines.push(`${date} ${clock},${calls}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
