import { TextInput } from '@mantine/core';
import { useId } from 'react';
import type { LibraryDisruption } from '../../../../engine/disruption';
import css from './library.module.css';
import { searchLibrary } from './search-library';

interface Props {
  readonly library: readonly LibraryDisruption[];
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly picked: string;
  readonly onPick: (id: string) => void;
}

/** The library by family, with a search over its words. */
export function LibraryList({ library, search, onSearch, picked, onPick }: Props) {
  const id = useId();
  const families = searchLibrary(library, search);
  const count = families.reduce((sum, { entries }) => sum + entries.length, 0);
  return (
    <div className={css.list}>
      <TextInput
        label="Search the library"
        placeholder="power, covid, vendor …"
        data-autofocus
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
      />
      <label htmlFor={id} className={css.label}>
        What happens
      </label>
      <select
        id={id}
        className={css.select}
        size={14}
        value={picked}
        onChange={(event) => onPick(event.currentTarget.value)}
      >
        {families.map(({ family, entries }) => (
          <optgroup key={family} label={family}>
            {entries.map((entry) => (
              <option key={entry.id} value={entry.id}>
                {entry.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <p className={css.count} role="status">
        {count === library.length ? `${count} disruptions` : `${count} of ${library.length} disruptions`}
      </p>
    </div>
  );
}
