import { FAMILIES, type LibraryDisruption } from '../../../../engine/disruption';

export interface Family {
  readonly family: string;
  readonly entries: readonly LibraryDisruption[];
}

/** Entries whose words hold all words of a search, by family; all of them for an empty one. */
export function searchLibrary(library: readonly LibraryDisruption[], text: string): readonly Family[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = library.filter(({ label, description, page, keywords }) => {
    const held = [label, description, page.happens, ...keywords].join(' ').toLowerCase();
    return words.every((word) => held.includes(word));
  });
  return Object.entries(FAMILIES)
    .map(([family, name]) => ({ family: name, entries: found.filter((entry) => entry.family === family) }))
    .filter(({ entries }) => entries.length > 0);
}
