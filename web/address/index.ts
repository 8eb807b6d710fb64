export {
  ADDRESS_VERSION,
  type Address,
  placeOf,
  readPath,
  readView,
  SCREENS,
  type ScreenName,
  writePath,
  writeView,
} from './address';
export {
  choiceField,
  dateField,
  type Field,
  listField,
  numberField,
  type Spec,
  textField,
  type ViewOf,
} from './fields';
export { forgetQueries, lastQueryOf, useView } from './use-view';
