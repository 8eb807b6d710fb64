import {
  type HistoryGrid,
  type KeepAs,
  keptHistory,
  layersOf,
  overlayHistory,
  withLayers,
} from '../../../engine/answers';
import type { History, Plan } from '../../../engine/plan';
import type { RunControl } from '../../../engine/units';
import { type FileToRead, previewFile } from '../import-file';

/** Past contacts: read from files, laid over each other. */
export const historyQuestions = {
  /** What a file holds, before any of it lands in the plan. */
  preview: (_plan: Plan, options: FileToRead, control: RunControl) => previewFile(options, control),
  /** Series of a file as a plan keeps them. */
  keep: (_plan: Plan, options: { readonly series: readonly (KeepAs & { readonly grid: HistoryGrid })[] }) =>
    options.series.map(({ grid, ...as }) => keptHistory(grid, as)),
  /** An upload laid over a history of the plan, with what it would change. */
  overlay: (plan: Plan, options: KeepAs & { readonly history: string; readonly grid: HistoryGrid }) =>
    overlayHistory(historyOf(plan, options.history), keptHistory(options.grid, options)),
  /** What each upload of a history changes in those below it. */
  layers: (plan: Plan, options: { readonly history: string }) => {
    const history = historyOf(plan, options.history);
    return withLayers(history, layersOf(history)).differences;
  },
  /** A history with its uploads lifted, put back, moved or left out. */
  arrange: (
    plan: Plan,
    options: { readonly history: string; readonly layers: readonly { readonly id: string; readonly isOn: boolean }[] },
  ) => {
    const history = historyOf(plan, options.history);
    const known = new Map(layersOf(history).map((layer) => [layer.id, layer]));
    return withLayers(
      history,
      options.layers.flatMap(({ id, isOn }) => {
        const layer = known.get(id);
        return layer ? [{ ...layer, isOn }] : [];
      }),
    ).history;
  },
};

function historyOf(plan: Plan, id: string): History {
  const history = plan.histories.find((one) => one.id === id);
  if (!history) throw new Error(`The plan has no history "${id}".`);
  return history;
}
