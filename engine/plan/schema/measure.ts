import { z } from 'zod';
import { reasonScope } from './demand-scope';
import { channel, date, durationSeconds, id, name, note, provenanceFields, quantity, share } from './fields';

const rampDays = z.number().int().min(0).max(1500);
const start = { startDate: date, rampDays };
const about = { id, name, on: z.boolean(), note: note.optional(), ...provenanceFields };
const perIssue = z.number().min(1).max(100);

/** Self-service takes over some of the contacts; which ones it can finish is the reasons' affair (`automatableShare`). */
const automation = z.strictObject({
  kind: z.literal('automation'),
  ...about,
  scope: reasonScope,
  ...start,
  /** Share of the contacts that try it, at full reach, and share of those that it finishes. */
  attemptShare: share,
  successShare: share,
  /** 0: it finishes any contact alike; 1: the shortest first, so that the longest are left. */
  easyFirst: share,
  /** Time that somebody takes for whom it failed, against one who came at once. */
  failedHandleTimeFactor: z.number().min(0.5).max(5).optional(),
});

/** Attempts in a digital channel that fail and end with an agent. */
const leakage = z.strictObject({
  kind: z.literal('leakage'),
  ...about,
  /** Where they end up. */
  to: id,
  reason: id.optional(),
  attemptsPerWeek: quantity,
  failureShare: share,
  /** Share of failures that make contact at all. */
  escalationShare: share,
  /** Mean days between the attempt and the contact. */
  lagDays: z.number().min(0).max(60),
  /** Whether the demand contains them already, as it does when it is forecast from past contacts. */
  inDemand: z.boolean(),
  /** A later failure share, once something has been mended (or broken). */
  becomes: z.strictObject({ failureShare: share, ...start }).optional(),
});

/** Customers who make contact several times about one issue. */
const duplicates = z.strictObject({
  kind: z.literal('duplicates'),
  ...about,
  scope: reasonScope,
  contactsPerIssue: perIssue,
  becomes: z.strictObject({ contactsPerIssue: perIssue, ...start }).optional(),
});

/** A new way to reach us: it takes contacts from others, and makes new ones. */
const newChannel = z.strictObject({
  kind: z.literal('new-channel'),
  ...about,
  /** Whose contacts move. */
  scope: reasonScope,
  to: id,
  ...start,
  shiftShare: share,
  /** Contacts in the new channel in place of one in the old. */
  contactsPerShifted: z.number().min(0.1).max(10),
  /** Contacts that would not have been made otherwise, as a share of all those in scope. */
  inducedShare: z.number().min(0).max(5),
});

/** Customers are told before they ask. */
const proactive = z.strictObject({
  kind: z.literal('proactive'),
  ...about,
  /** Whose contacts are averted. */
  scope: reasonScope,
  ...start,
  messagesPerWeek: quantity,
  /** An event whose course the messages follow; without it they go out evenly. */
  event: id.optional(),
  avertedPerMessage: z.number().min(0).max(10),
  /** Replies that messages bring about, and where they arrive. */
  replies: z.strictObject({ to: id, perMessage: z.number().min(0).max(10) }).optional(),
  /** Where agents send them, and how long each takes; without it a machine does. */
  sentBy: z.strictObject({ stream: id, secondsPerMessage: durationSeconds }).optional(),
});

/** A change tried on some customers first, and rolled out in stages by what was measured. */
const pilot = z.strictObject({
  kind: z.literal('pilot'),
  ...about,
  scope: reasonScope,
  /** Contacts of so many customers, with the change and without it, over the same time. */
  measured: z.strictObject({
    pilotCustomers: z.number().int().min(1).max(1e9),
    pilotContacts: z.number().int().min(1).max(1e9),
    controlCustomers: z.number().int().min(1).max(1e9),
    controlContacts: z.number().int().min(1).max(1e9),
  }),
  /** Time that a contact takes with the change, against one without. */
  handleTimeFactor: z.number().min(0.1).max(20).optional(),
  /** Share of customers from a date on. */
  rollout: z.array(z.strictObject({ date, share })).min(1).max(60),
});

/** Kinds of customers prefer different channels, and their shares change. */
const drift = z.strictObject({
  kind: z.literal('drift'),
  ...about,
  market: id,
  /** From today's shares on the first day to the later ones on the last, in a straight line. */
  startDate: date,
  endDate: date,
  segments: z
    .array(
      z.strictObject({
        name,
        shareNow: share,
        shareLater: share,
        preferences: z.array(z.strictObject({ channel, share })).min(1).max(8),
      }),
    )
    .min(1)
    .max(30),
});

/** What is done about demand, or what is known about its make-up, in one of seven kinds. */
export const measure = z.discriminatedUnion('kind', [
  automation,
  leakage,
  duplicates,
  newChannel,
  proactive,
  pilot,
  drift,
]);

export type Measure = z.infer<typeof measure>;
export type MeasureKind = Measure['kind'];
export type MeasureOf<Kind extends MeasureKind> = Extract<Measure, { kind: Kind }>;
