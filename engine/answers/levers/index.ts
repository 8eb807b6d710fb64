export { type LeverAnswer, type LeverOptions, peopleLevers, type TeamLevers } from './people-levers';
