export {
  COVER_CAUSES,
  type CoverAnswer,
  type CoverCause,
  type CoverOptions,
  shiftCover,
  type TeamCover,
} from './shift-cover';
