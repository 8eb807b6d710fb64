import type { Channel, Scope, SiteKind } from './schema';

const CHANNELS: Record<Channel, string> = {
  voice: 'Voice',
  chat: 'Chat',
  messaging: 'Messaging',
  email: 'Email',
  'back-office': 'Back office',
  social: 'Social',
  callback: 'Callback',
  video: 'Video',
};

const KINDS: Record<SiteKind, string> = {
  'in-house': 'In-house',
  outsourced: 'Outsourced',
  offshore: 'Offshore',
  nearshore: 'Nearshore',
  'work-at-home': 'Work at home',
};

const DIMENSIONS: Record<Scope['of'] | 'zone' | 'carrier' | 'skill', string> = {
  provider: 'Provider',
  parent: 'Parent company',
  country: 'Country',
  metro: 'Metro',
  kind: 'Kind of site',
  platform: 'Platform',
  site: 'Site',
  world: 'Everywhere',
  stream: 'Stream',
  market: 'Market',
  channel: 'Channel',
  language: 'Language',
  zone: 'Hazard zone',
  carrier: 'Carrier',
  skill: 'Skill',
};

const named = (words: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(words, key) ? (words[key] ?? key) : key;

/** What people call a channel; what isn't one is called by itself. */
export const channelWord = (channel: string): string => named(CHANNELS, channel);

/** What people call a kind of site. */
export const siteKindWord = (kind: string): string => named(KINDS, kind);

let languageNames: Intl.DisplayNames | null = null;

/** The English name of a language. */
export function languageWord(language: string): string {
  languageNames ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });
  try {
    return languageNames.of(language) ?? language;
  } catch {
    return language;
  }
}

/** What people call a dimension of footprint or demand. */
export const dimensionWord = (dimension: string): string => named(DIMENSIONS, dimension);
