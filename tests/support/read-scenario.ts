import { readFileSync } from 'node:fs';

/** A worked plan's document, as its file holds it. */
export function readScenario(id: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../scenarios/library/${id}.json`, import.meta.url), 'utf8'));
}
