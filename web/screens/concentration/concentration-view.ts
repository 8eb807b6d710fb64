import { useMemo } from 'react';
import { choiceField, dateField, listField, textField, useView, type ViewOf } from '../../address';
import { COVER_LEVELS } from './cover-columns';
import { MEASURES } from './measures';

/** Everything that the address says about this screen; one spec, since a part of it would drop the rest. */
const VIEW = {
  by: choiceField(MEASURES, 'hours'),
  cover: choiceField(COVER_LEVELS, 'parent'),
  streams: choiceField(['all', 'single'], 'all'),
  provider: textField(),
  from: dateField(),
  only: textField(),
  node: textField(),
  map: choiceField(['site', 'metro', 'country'], 'site'),
  pairs: choiceField(['no', 'yes'], 'no'),
  bills: choiceField(['no', 'yes'], 'no'),
  struck: listField(),
};

export const useConcentrationView = () => useView('concentration', VIEW);

type View = ViewOf<typeof VIEW>;

/** What a part of the screen reads of the address, and how it changes it. */
export interface ViewPart<Name extends keyof View> {
  readonly view: Pick<View, Name>;
  readonly setView: (change: Partial<View>) => void;
}

/** Some of the view, the same object until one of them changes: what else changes in the address draws this part no new. */
export function useViewPart<Name extends keyof View>(view: View, ...names: readonly Name[]): Pick<View, Name> {
  const key = JSON.stringify(names.map((name) => view[name]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is read
  return useMemo(
    () => Object.fromEntries(names.map((name) => [name, view[name]])) as unknown as Pick<View, Name>,
    [key],
  );
}
