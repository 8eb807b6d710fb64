export {
  type LaunchAnswer,
  type LaunchReadiness,
  launchReadiness,
  type TeamReadiness,
} from './launch-readiness';
