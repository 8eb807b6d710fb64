import type { DemandEvent, Measure, MeasureKind, MeasureOf } from '../../plan';
import { DEMAND_STAGES, type DemandBook, type DemandLedger, ledgerItem } from '../book';
import { automate, type Contained } from './automation';
import { driftSegments } from './drift';
import { countDuplicates } from './duplicates';
import { leak } from './leakage';
import { openChannel } from './new-channel';
import { rollOut } from './pilot';
import { sendAhead } from './proactive';

/** Carries out the plan's measures, kind by kind in the order of `DEMAND_STAGES`, and within a kind in that of the list. */
export function applyMeasures(
  book: DemandBook,
  measures: readonly Measure[],
  events: readonly DemandEvent[],
): DemandLedger {
  const contained: Contained = new Map();
  const items = DEMAND_STAGES.flatMap((stage) =>
    measures
      .filter((measure) => measure.on && measure.kind === stage)
      .map((measure) => {
        const item = ledgerItem(measure, stage);
        const steps: { readonly [Kind in MeasureKind]: (one: MeasureOf<Kind>) => void } = {
          automation: (one) => automate(book, one, item, contained),
          leakage: (one) => leak(book, one, item),
          duplicates: (one) => countDuplicates(book, one, item),
          'new-channel': (one) => openChannel(book, one, item),
          proactive: (one) => sendAhead(book, one, events, item),
          pilot: (one) => rollOut(book, one, item),
          drift: (one) => driftSegments(book, one, item),
        };
        (steps[measure.kind] as (one: Measure) => void)(measure);
        return item;
      }),
  );
  return { items };
}
