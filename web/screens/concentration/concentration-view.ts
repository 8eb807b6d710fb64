import { choiceField, dateField, listField, textField, useView } from '../../address';
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
