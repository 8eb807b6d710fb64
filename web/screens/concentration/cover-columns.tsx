import type { CoverMember, CoverRow } from '../../../engine/answers';
import { channelLabel, formatCount, formatNumber, formatShare, languageLabel, memberLabel } from '../../format';
import type { Column } from '../../ui';
import css from './concentration.module.css';

export const COVER_LEVELS = ['parent', 'provider', 'country', 'metro', 'site'] as const;
export type CoverLevel = (typeof COVER_LEVELS)[number];

export const COVER_CHOICES: readonly { readonly value: CoverLevel; readonly label: string }[] = [
  { value: 'parent', label: 'Owner' },
  { value: 'provider', label: 'Provider' },
  { value: 'country', label: 'Country' },
  { value: 'metro', label: 'Metro' },
  { value: 'site', label: 'Site' },
];

/** A column for each member that covers anything, widest cover first. */
export function coverColumns(rows: readonly CoverRow[], level: CoverLevel): Column<CoverRow>[] {
  const members = new Map<string, { label: string; hours: number }>();
  for (const row of rows) {
    for (const { member, label, hoursPerWeek } of row.levels[level].members) {
      const known = members.get(member);
      members.set(member, { label, hours: (known?.hours ?? 0) + hoursPerWeek });
    }
  }
  const ranked = [...members].sort(([, a], [, b]) => b.hours - a.hours);
  return [
    {
      key: 'stream',
      label: 'Stream',
      sortBy: ({ name }) => name,
      render: ({ name, skill, language, channel }) => (
        <>
          {name}
          <span className={css.sub}>
            {skill} · {languageLabel(language)} · {channelLabel(channel)}
          </span>
        </>
      ),
    },
    {
      key: 'contacts',
      label: 'Contacts a week',
      numeric: true,
      sortBy: ({ contactsPerWeek }) => contactsPerWeek,
      render: ({ contactsPerWeek }) => formatCount(contactsPerWeek),
    },
    {
      key: 'number',
      label: 'Counts as',
      hint: 'Effective number: how many equal ones would be as concentrated',
      numeric: true,
      sortBy: ({ levels }) => levels[level].effectiveNumber,
      render: ({ levels }) =>
        levels[level].effectiveNumber > 0 ? formatNumber(levels[level].effectiveNumber, 1) : '–',
    },
    ...ranked.map(
      ([member, { label }]): Column<CoverRow> => ({
        key: `of ${member}`,
        label: memberLabel(level, member, label),
        numeric: true,
        sortBy: (row) => coverOf(row, level, member)?.share ?? null,
        render: (row) => cell(coverOf(row, level, member), row.levels[level].members.length),
      }),
    ),
  ];
}

const coverOf = (row: CoverRow, level: CoverLevel, member: string) =>
  row.levels[level].members.find((each) => each.member === member);

function cell(cover: CoverMember | undefined, members: number) {
  if (!cover) return '';
  if (members === 1) return <span className={css.late}>{formatShare(cover.share)}, alone</span>;
  return cover.share > 0 ? formatShare(cover.share) : <span className={css.quiet}>can</span>;
}

/** The matrix in full, for a file: a line for each stream, level and member. */
export function coverCells(rows: readonly CoverRow[]) {
  return [
    [
      ...['stream', 'name', 'skill', 'language', 'channel', 'contacts_per_week', 'level', 'member', 'label'],
      ...['share_of_hours', 'hours_per_week', 'effective_number', 'single_source'],
    ],
    ...rows.flatMap((row) =>
      COVER_LEVELS.flatMap((level) =>
        row.levels[level].members.map(({ member, label, share, hoursPerWeek }) => [
          ...[row.stream, row.name, row.skill, row.language, row.channel, row.contactsPerWeek, level, member, label],
          ...[share, hoursPerWeek, row.levels[level].effectiveNumber],
          row.levels[level].members.length === 1 ? 'yes' : 'no',
        ]),
      ),
    ),
  ];
}
