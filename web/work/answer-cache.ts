/** Answers that were given lately, so that going back to a screen or undoing a step shows them at once. */
class AnswerCache {
  private readonly entries = new Map<string, unknown>();

  constructor(private readonly most: number) {}

  get(key: string): unknown {
    const found = this.entries.get(key);
    if (found !== undefined) {
      this.entries.delete(key);
      this.entries.set(key, found);
    }
    return found;
  }

  set(key: string, answer: unknown): void {
    this.entries.delete(key);
    this.entries.set(key, answer);
    const [oldest] = this.entries.keys();
    if (this.entries.size > this.most && oldest !== undefined) this.entries.delete(oldest);
  }

  clear(): void {
    this.entries.clear();
  }
}

/** Twenty answers: a year of days for twenty streams is about a megabyte, a stress test of six disruptions fifteen. */
export const answerCache = new AnswerCache(20);

/** What an answer depends on: the plan's content, the question, its options. */
export function answerKey(planKey: string, question: string, options: unknown): string {
  return `${planKey}|${question}|${JSON.stringify(options) ?? ''}`;
}
