export type {
  ContactGroup,
  ContactModel,
  ContactQueue,
  ContactStream,
  LaterAttempt,
  QueueMember,
} from './contact-model';
export { CAUSE, ContactRecords, FATE, NOWHERE } from './contact-records';
export { ContactSimulator } from './contact-simulator';
export { type ContactTally, tallyContacts } from './contact-tally';
export { expectedContacts } from './expected-contacts';
export { type Journey, journeysOf } from './journeys';
export { type PlanContacts, type PlanContactsOptions, planContacts } from './plan-contacts';
export { type ReplicationRange, runReplications } from './replications';
