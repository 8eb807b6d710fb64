import type { ContactModel } from './contact-model';

/** First attempts that are expected over a model's time. */
export function expectedContacts({ streams }: ContactModel): number {
  let sum = 0;
  for (const { until, rate } of streams) {
    for (let i = 0; i < until.length; i++) sum += rate[i]! * (until[i]! - (i > 0 ? until[i - 1]! : 0));
  }
  return sum;
}
