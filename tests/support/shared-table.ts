import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';

const SHARED = new URL('../../../shared/', import.meta.url);

/** Whether a file of the folder beside the checkout is there. */
export function hasShared(path: string): boolean {
  return existsSync(new URL(path, SHARED));
}

/** A CSV of that folder, a record a row. */
export function sharedTable(path: string): Record<string, string>[] {
  const text = readFileSync(new URL(path, SHARED), 'utf8');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

/** A JSON document of that folder. */
export function sharedJson<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, SHARED), 'utf8')) as T;
}
