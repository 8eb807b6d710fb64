import { createRequire } from 'node:module';

/** Clock changes before and after these years are left out: no plan and no history reaches further. */
const FIRST_YEAR = 1970;
const LAST_YEAR = 2069;

const MINUTES_PER_DAY = 1440;
const FROM = Date.UTC(FIRST_YEAR, 0, 1) / 60_000 - 2 * MINUTES_PER_DAY;
const TO = Date.UTC(LAST_YEAR + 1, 0, 1) / 60_000;

/**
 * The module `engine/calendar/zone-data.ts` as text: the IANA time zone database in the edition of `moment-timezone`, cut to the
 * years above.
 *
 * A line is a zone: its name, the offset at the start, and for each clock change the minutes since the last change and
 * the new offset. All numbers are minutes in base 36; an offset that is the last but one is left out, which two clocks
 * a year make the rule.
 */
export function zoneDataModule() {
  const { version, zones, links } = createRequire(import.meta.url)('moment-timezone/data/packed/latest.json');
  const lines = zones.map(packZone).sort();
  const names = links.map((link) => link.split('|').join(' ')).sort();
  return [
    '// Written by `npm run zones` from the data of moment-timezone (MIT), which is the IANA time zone database (public domain).',
    '',
    '/** Edition of the IANA time zone database. */',
    `export const ZONE_EDITION = '${version}';`,
    '',
    '/** A line a zone: name, offset at the start, then for each clock change the minutes since the one before and, where it is not the last but one, the new offset; base 36. */',
    `export const ZONES = \`\n${lines.join('\n')}\n\`;`,
    '',
    '/** A line a name: the zone that it is another name of, and the name. */',
    `export const OTHER_NAMES = \`\n${names.join('\n')}\n\`;`,
    '',
  ].join('\n');
}

/** One zone of the package's format (name, abbreviations, offsets, which offset when, minutes between changes) in ours. */
function packZone(zone) {
  const [name, , offsetList, indexList, spanList] = zone.split('|');
  const offsets = offsetList.split(' ').map((each) => -Math.round(base60(each)));
  const indexes = [...indexList].map((each) => base60(each));
  let instant = 0;
  const changes = (spanList ? spanList.split(' ') : []).map((span, at) => {
    instant = at === 0 ? base60(span) : instant + base60(span);
    return { instant: Math.round(instant), offset: offsets[indexes[at + 1]] };
  });
  let offset = offsets[indexes[0]];
  for (const change of changes) if (change.instant < FROM) offset = change.offset;
  const words = [name, offset.toString(36)];
  let last = FROM;
  let before = Number.NaN;
  for (const change of changes) {
    // A zone may change its name without moving its clock; that is no clock change.
    if (change.instant < FROM || change.instant >= TO || change.offset === offset) continue;
    const span = (change.instant - last).toString(36);
    words.push(change.offset === before ? span : `${span}:${change.offset.toString(36)}`);
    before = offset;
    offset = change.offset;
    last = change.instant;
  }
  return words.join(' ');
}

/** A number of the package's base 60: digits, letters, capitals up to X, a point before fractions, a minus. */
function base60(text) {
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = (negative ? text.slice(1) : text).split('.');
  let value = 0;
  for (const each of whole) value = value * 60 + digit(each);
  let weight = 1;
  for (const each of fraction) {
    weight /= 60;
    value += digit(each) * weight;
  }
  return negative ? -value : value;
}

function digit(each) {
  const code = each.charCodeAt(0);
  if (code > 96) return code - 87;
  if (code > 64) return code - 29;
  return code - 48;
}
