import { InputFault, type Issue } from '../../units';

/** Issues listed one by one; beyond these only the number goes on. */
export const MOST_ISSUES = 1000;

/** Gathers row-level issues up to a limit, counts the rest, and refuses the whole input if there are any. */
export class IssueList {
  private readonly issues: Issue[] = [];
  private beyond = 0;

  add(issue: Issue): void {
    if (this.issues.length < MOST_ISSUES) this.issues.push(issue);
    else this.beyond += 1;
  }

  get count(): number {
    return this.issues.length + this.beyond;
  }

  /** Whether any has one of these codes. */
  has(...codes: readonly string[]): boolean {
    return this.issues.some(({ code }) => codes.includes(code));
  }

  /** Throws everything gathered, if anything was. */
  refuse(summary: string): void {
    if (this.issues.length === 0) return;
    if (this.beyond > 0) {
      const total = this.count;
      this.issues.push({
        code: 'csv.more',
        path: 'file',
        found: `${total} faults`,
        allowed: 'none',
        message: `${this.beyond} more faults of the ${total} are not listed.`,
      });
    }
    throw new InputFault(this.issues, `${summary}: ${this.issues[0]!.message}`);
  }
}
