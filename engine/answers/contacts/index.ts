export type { ContactFigures, FlowFigures } from './contact-figures';
export type { ContactWindowOptions } from './contact-window';
export { type FollowAnswer, type FollowOptions, followContacts, type ToldJourney } from './follow-contacts';
export {
  type ContactsAnswer,
  joinContacts,
  type SimulateContactsOptions,
  simulateContacts,
} from './simulate-contacts';
