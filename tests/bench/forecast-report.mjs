import { mean, percent, printColumns } from './forecast-table.mjs';

/** A tool's error counts as comparable up to this much above ours. */
const COMPARABLE = 1.02;

/** Our line beside the best tool's, task by task, and the bars. */
export function reportTasks(scores, baselines, seconds) {
  const lines = [
    [
      'task',
      'WAPE',
      'MASE',
      'best tool',
      'its MASE',
      'ratio',
      '80 %',
      '95 %',
      'MSIS',
      'best MSIS',
      'CPU s',
      'comparable',
    ],
  ];
  const narrowest = [];
  for (const score of scores) {
    const rivals = baselines.filter((b) => b.task === score.task && b.forecasts !== 'comb3_hindsight');
    narrowest.push(Math.min(...rivals.filter((b) => b.msis !== '').map((b) => Number(b.msis))));
    const [fastest] = rivals
      .filter((b) => Number(b.mase) <= COMPARABLE * Number(score.mase))
      .sort((a, b) => Number(a.cpu_s_per_fit) - Number(b.cpu_s_per_fit));
    lines.push([
      score.task,
      percent(score.wape),
      score.mase,
      score.best_baseline,
      score.its_mase,
      score.mase_ratio,
      percent(score.cover80),
      percent(score.cover95),
      score.msis,
      narrowest.at(-1).toFixed(4),
      seconds.get(score.task).toFixed(3),
      fastest ? `${fastest.forecasts} ${fastest.cpu_s_per_fit}` : 'none',
    ]);
  }
  printColumns(lines);
  const of = (name) => scores.map((s) => Number(s[name]));
  const range = (name) => `${percent(Math.min(...of(name)))} to ${percent(Math.max(...of(name)))}`;
  console.log(`
mean MASE ratio ${mean(of('mase_ratio')).toFixed(3)} (bar 0.97), largest ${Math.max(...of('mase_ratio')).toFixed(3)} (bar 1.05)
coverage, mean over tasks: ${percent(mean(of('cover80')))} and ${percent(mean(of('cover95')))} (bars 75 to 85, 92 to 98)
coverage, single tasks: ${range('cover80')} (bar 65 to 92) and ${range('cover95')} (bar 87 to 99.5)
mean MSIS ${mean(of('msis')).toFixed(2)} (bar: at most ${mean(narrowest).toFixed(2)}, the best tool of each task)
"comparable": the fastest tool with a MASE up to 2 % above ours, CPU seconds a fit (another machine's)`);
}

/**
 * M4 by the competition's measures.
 *
 * OWA = mean of (sMAPE over Naive2's) and (MASE over Naive2's), each averaged over series first (Makridakis, Spiliotis and
 * Assimakopoulos 2020); Naive2 on the same odd series, from the official forecasts. All series have one horizon, so
 * score.py's averages over rows are those over series.
 */
export function reportM4({ hourly, weekly }, results) {
  const of = (frequency, method) => results.find((r) => r.frequency === frequency && r.method === method);
  if (hourly) {
    const naive = of('Hourly', 'sNaive');
    console.log(
      `M4 hourly: MASE ${(Number(hourly.mase) / Number(naive.mase)).toFixed(3)} times sNaive's (bar 0.67), sMAPE ${hourly.smape} (bar 9.0), OWA ${owa(hourly, of('Hourly', 'Naive2'))}`,
    );
  }
  if (weekly) {
    const best = results.filter((r) => r.frequency === 'Weekly').sort((a, b) => Number(a.owa) - Number(b.owa))[0];
    console.log(
      `M4 weekly: OWA ${owa(weekly, of('Weekly', 'Naive2'))} (bar 0.75), sMAPE ${weekly.smape}, MASE ${weekly.mase}, bands ${percent(weekly.cover80)} and ${percent(weekly.cover95)}, MSIS ${weekly.msis}; best of those scored on these series: ${best.method} ${best.owa}`,
    );
  }
}

function owa(ours, naive2) {
  return ((Number(ours.smape) / Number(naive2.smape) + Number(ours.mase) / Number(naive2.mase)) / 2).toFixed(3);
}

/** Other cuts of the same data, without tools beside them. */
export function reportCuts(scores, seconds) {
  if (scores.length === 0) return;
  console.log('\nOther cuts of the same data');
  printColumns([
    ['task', 'WAPE', 'bias', 'MASE', 'over naive', '80 %', '95 %', 'MSIS', 'CPU s'],
    ...scores.map((s) => [
      s.task,
      percent(s.wape),
      percent(s.bias),
      s.mase,
      (Number(s.mase) / Number(s.naive)).toFixed(3),
      percent(s.cover80),
      percent(s.cover95),
      s.msis,
      seconds.get(s.task).toFixed(3),
    ]),
  ]);
  const of = (name) => mean(scores.map((s) => Number(s[name])));
  console.log(`mean coverage ${percent(of('cover80'))} and ${percent(of('cover95'))}`);
}
