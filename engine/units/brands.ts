/**
 * Numbers that carry their unit in their type.
 *
 * A branded number is a plain number at run time; the compiler keeps seconds from being passed where erlangs belong.
 * The plan's schema brands what it parses; a formula's kernel takes plain numbers with the unit in the name.
 */
declare const unit: unique symbol;
type Unit<Name extends string> = number & { readonly [unit]: Name };

/** Time in seconds, at least 0. */
export type Seconds = Unit<'seconds'>;
/** Offered load: contacts an hour times hours of work a contact; at least 0. */
export type Erlangs = Unit<'erlangs'>;
/** People at work at once, whole or fractional; at least 0. */
export type Agents = Unit<'agents'>;
/** Full-time equivalents, fractional; at least 0. */
export type Fte = Unit<'fte'>;
/** A part of a whole, 0 to 1. */
export type Share = Unit<'share'>;
/** An amount in the plan's currency; may be negative. */
export type Money = Unit<'money'>;

export const seconds = (value: number): Seconds => value as Seconds;
export const erlangs = (value: number): Erlangs => value as Erlangs;
export const agents = (value: number): Agents => value as Agents;
export const fte = (value: number): Fte => value as Fte;
export const share = (value: number): Share => value as Share;
export const money = (value: number): Money => value as Money;
