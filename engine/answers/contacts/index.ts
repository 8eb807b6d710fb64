export type { ContactFigures, FlowFigures } from './contact-figures';
export type { ContactWindowOptions } from './contact-window';
export { type ContactsHand, contactsWithCrew } from './contacts-with-crew';
export { type FollowAnswer, type FollowOptions, followContacts, type ToldJourney } from './follow-contacts';
export {
  type ContactsAnswer,
  joinContacts,
  type SimulateContactsOptions,
  simulateContacts,
} from './simulate-contacts';
