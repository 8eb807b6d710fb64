import type { MeasureOf } from '../../plan';
import { type DemandBook, type LedgerItem, linesIn, record, scaleLine } from '../book';
import { dayOfSlot, reachOn } from './ramp';

/**
 * Issues behind contacts, where customers make contact several times about one.
 *
 * Issues = contacts ÷ contacts per issue. When that number changes, issues stay and contacts follow.
 *
 * Units: contacts an issue, 1 or more. Cost: lines × days.
 */
export function countDuplicates(book: DemandBook, measure: MeasureOf<'duplicates'>, item: LedgerItem): void {
  const { becomes, contactsPerIssue } = measure;
  let contacts = 0;
  let issues = 0;
  record(book, item, () => {
    for (const { line } of linesIn(book, measure.scope)) {
      for (let day = 0; day < book.days; day++) {
        issues += line.contacts[day]! / contactsPerIssue;
        if (becomes) {
          const reach = reachOn(becomes, dayOfSlot(book, day));
          const later = contactsPerIssue + (becomes.contactsPerIssue - contactsPerIssue) * reach;
          if (reach > 0) scaleLine(line, day, later / contactsPerIssue);
        }
        contacts += line.contacts[day]!;
      }
    }
  });
  item.figures.push(
    { name: 'issues', value: issues, unit: 'issues' },
    { name: 'contacts about them', value: contacts, unit: 'contacts' },
    { name: 'of which beyond the first', value: contacts - issues, unit: 'contacts' },
  );
}
