import type { MeasureOf } from '../../plan';
import { type DemandBook, type LedgerItem, linesIn, type ReasonLine, record, scaleLine } from '../book';
import { hardening } from './hardening';
import { dayOfSlot, reachOn } from './ramp';

/** What self-service has finished of each line so far, as shares of the contacts before any automation. */
export type Contained = Map<ReasonLine, Float64Array>;

/**
 * Takes out what self-service finishes, within what each reason allows, and makes the rest harder.
 *
 * Finished = attempts × success, but all automations together never more than the reason's automatable share: what is
 * asked beyond it stays with agents and is reported as infeasible. What is left takes longer (`hardening`), and those for
 * whom it failed take the measure's own factor.
 *
 * Units: shares of contacts. Cost: lines × days.
 */
export function automate(
  book: DemandBook,
  measure: MeasureOf<'automation'>,
  item: LedgerItem,
  contained: Contained,
): void {
  const reached = linesIn(book, measure.scope);
  let asked = 0;
  let finished = 0;
  let failed = 0;
  const open = new Set<string>();
  const stopped = new Set<string>();
  record(book, item, () => {
    for (const { own, line } of reached) {
      const ceiling = line.reason?.automatableShare ?? 1;
      if (!line.reason) open.add(own.stream.name);
      const variation = own.stream.handleTime.coefficientOfVariation;
      const gone = contained.get(line) ?? new Float64Array(book.days);
      contained.set(line, gone);
      // Reach changes on few days, so the curve is worked out once a step.
      let known = { from: Number.NaN, to: Number.NaN, factor: 1 };
      for (let day = 0; day < book.days; day++) {
        const reach = reachOn(measure, dayOfSlot(book, day));
        const now = line.contacts[day]!;
        const before = gone[day]!;
        if (reach === 0 || now === 0 || before >= 1) continue;
        const ask = measure.attemptShare * measure.successShare * reach;
        const part = Math.max(0, Math.min(ask, ceiling - before));
        const all = now / (1 - before);
        const after = before + part;
        if (known.from !== before || known.to !== after) {
          const { easyFirst } = measure;
          const factor = hardening(after, variation, easyFirst) / hardening(before, variation, easyFirst);
          known = { from: before, to: after, factor };
        }
        const left = (1 - after) / (1 - before);
        const tried = Math.min(1 - after, measure.attemptShare * reach - part);
        const harder = tried > 0 && after < 1 ? ((measure.failedHandleTimeFactor ?? 1) - 1) * (tried / (1 - after)) : 0;
        if (part > 0) scaleLine(line, day, left);
        line.work[day]! *= known.factor * (1 + harder);
        gone[day] = after;
        asked += ask * all;
        finished += part * all;
        failed += Math.max(0, tried) * all;
        if (ask - part > 1e-12 && line.reason) stopped.add(line.reason.name);
      }
    }
  });
  item.figures.push(
    { name: 'asked of self-service', value: asked, unit: 'contacts' },
    { name: 'finished by self-service', value: finished, unit: 'contacts' },
    { name: 'beyond the ceiling, infeasible', value: asked - finished, unit: 'contacts' },
    { name: 'tried it and came to an agent', value: failed, unit: 'contacts' },
  );
  if (stopped.size > 0) {
    item.warnings.push(
      `Asks for more than can be automated of ${[...stopped].join(', ')}: ${Math.round(asked - finished)} contacts stay with agents.`,
    );
  }
  if (open.size > 0) {
    item.warnings.push(`${[...open].join(', ')}: no reasons are stated, so no ceiling is known and none was applied.`);
  }
}
