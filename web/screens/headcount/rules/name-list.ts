interface Named {
  readonly id: string;
  readonly name: string;
}

/** Entries as a text of their names with semicolons between them, and such a text as ids. */
export function nameList(entries: readonly Named[]) {
  const parts = (text: string): string[] =>
    text
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  const find = (text: string) =>
    entries.find(({ id }) => id === text) ?? entries.find(({ name }) => name.toLowerCase() === text.toLowerCase());
  return {
    write: (ids: readonly string[] | undefined): string =>
      (ids ?? []).map((id) => entries.find((entry) => entry.id === id)?.name ?? id).join('; '),
    /** Ids in the order of the text, each once. */
    read: (text: string): string[] => [...new Set(parts(text).flatMap((part) => find(part)?.id ?? []))],
    /** Whether every part of a text names an entry, and there is one. */
    isList: (text: string): boolean => parts(text).length > 0 && parts(text).every((part) => find(part) !== undefined),
  };
}
