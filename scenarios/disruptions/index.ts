import absence from './absence.json';
import attritionWave from './attrition-wave.json';
import cableCut from './cable-cut.json';
import carrierOutage from './carrier-outage.json';
import channelLaunch from './channel-launch.json';
import chapterEleven from './chapter-11.json';
import curfew from './curfew.json';
import currency from './currency.json';
import dataBreach from './data-breach.json';
import desktopFailure from './desktop-failure.json';
import flood from './flood.json';
import halfCapacity from './half-capacity.json';
import harderContacts from './harder-contacts.json';
import hiringFreeze from './hiring-freeze.json';
import insolvency from './insolvency.json';
import internetShutdown from './internet-shutdown.json';
import liquidation from './liquidation.json';
import loadShedding from './load-shedding.json';
import lockdown from './lockdown.json';
import lockdownOf2020 from './lockdown-2020.json';
import platformOutage from './platform-outage.json';
import ransomware from './ransomware.json';
import ransomwareFortnight from './ransomware-fortnight.json';
import signOn from './sign-on.json';
import storm from './storm.json';
import strike from './strike.json';
import surge from './surge.json';
import travelRefunds from './travel-refunds.json';
import typhoonOdette from './typhoon-odette.json';
import unrest from './unrest.json';
import wageRise from './wage-rise.json';
import winterStorm from './winter-storm.json';

/**
 * The disruptions that ship, as data: what happens, with parameters, sources, grades and a page in plain language each.
 *
 * `engine/disruption` says what an entry may hold (`LibraryDisruption`); a test reads every one through the plan's schema.
 */
export const libraryDisruptions: readonly unknown[] = [
  lockdown,
  absence,
  halfCapacity,
  lockdownOf2020,
  storm,
  typhoonOdette,
  flood,
  winterStorm,
  loadShedding,
  curfew,
  unrest,
  internetShutdown,
  cableCut,
  carrierOutage,
  platformOutage,
  desktopFailure,
  signOn,
  ransomware,
  ransomwareFortnight,
  dataBreach,
  insolvency,
  chapterEleven,
  liquidation,
  strike,
  attritionWave,
  hiringFreeze,
  currency,
  wageRise,
  surge,
  travelRefunds,
  harderContacts,
  channelLaunch,
];
