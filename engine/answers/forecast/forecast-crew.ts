import { type History, poolScores, type RelativeErrors, type SharedScores } from '../../demand';
import { checkpoint, type RunControl } from '../../units';
import { partOf } from '../prepared-plan';
import { type ForecastSettings, layOutForecast } from './check-options';
import type { DescribedSeries } from './describe-series';
import { forecastAnswer } from './forecast-answer';
import type { ForecastAnswer, ForecastOptions } from './forecast-types';

/** One that works on some of the series: a thread or a worker with a `ForecastPart` of its own. */
export interface CrewMember {
  /** As `tryPart`; keeps what it found for `finish`. */
  try(histories: readonly History[], settings: ForecastSettings, control: RunControl): Promise<readonly SharedScores[]>;
  finish(pools: readonly (RelativeErrors | null)[]): Promise<readonly DescribedSeries[]>;
}

/**
 * `forecastDemand` with the series dealt out over several workers.
 *
 * Use for files of many series; the answer is that of `forecastDemand` to the last digit, whatever the size of the crew,
 * because only the trials are worked apart and their scores are put together in the order of the series.
 * Cost: that of `forecastDemand` over the crew's size, and a copy of the series and of the answer.
 */
export async function forecastWithCrew(
  given: readonly History[],
  options: ForecastOptions,
  crew: readonly CrewMember[],
  control?: RunControl,
): Promise<ForecastAnswer> {
  const work = layOutForecast(given, options);
  const { histories, settings } = work;
  // Dealt like cards, so that a file sorted by length is shared out evenly.
  const hands = crew.map((_, k) => histories.map((_, i) => i).filter((i) => i % crew.length === k));
  const shares = crew.map(() => 0);
  const trials = partOf(control, 0, 0.9);
  const scores: SharedScores[] = [];
  await Promise.all(
    crew.map(async (member, k) => {
      const hand = hands[k]!;
      const found = await member.try(
        hand.map((i) => histories[i]!),
        settings,
        {
          shouldStop: control?.shouldStop,
          onProgress: (share, label) => {
            shares[k] = (share * hand.length) / histories.length;
            trials?.onProgress?.(
              shares.reduce((a, b) => a + b, 0),
              label,
            );
          },
        },
      );
      hand.forEach((i, at) => {
        scores[i] = found[at]!;
      });
    }),
  );
  checkpoint(control, 0.9, 'Weights and bands');
  const pools = poolScores(scores);
  const described: DescribedSeries[] = [];
  await Promise.all(
    crew.map(async (member, k) => {
      const hand = hands[k]!;
      const done = await member.finish(hand.map((i) => pools[i] ?? null));
      hand.forEach((i, at) => {
        described[i] = done[at]!;
      });
    }),
  );
  return forecastAnswer(work, described, options);
}
