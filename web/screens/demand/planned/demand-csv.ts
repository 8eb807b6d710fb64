import type { DemandAnswer } from '../../../../engine/answers';
import { csvText } from '../../../format';

/** Contacts by stream and week with every step between model and agents, in the columns that the command line writes. */
export function demandCsv(answer: DemandAnswer): string {
  const { streams, stages, weekLabels, days } = answer;
  const stageColumns = stages.map((stage) => stage.replaceAll('-', '_'));
  const head = [
    'stream',
    'week',
    'from',
    ...stageColumns,
    'contacts',
    'handle_time_s',
    'model_hours',
    'handling_hours',
  ];
  const week = (values: Float64Array, at: number) =>
    values.subarray(at * 7, at * 7 + 7).reduce((sum, value) => sum + value, 0);
  const rows = streams.flatMap((stream) =>
    weekLabels.map((label, at) => {
      const seconds = stream.handleTimeSeconds[at];
      return [
        stream.id,
        label,
        days[at * 7],
        ...stages.map((stage, step) => (stage === 'model' ? week(stream.model, at) : stream.steps[step]?.contacts[at])),
        week(stream.contacts, at),
        seconds === undefined || Number.isNaN(seconds) ? null : seconds,
        stream.modelHours[at],
        stream.hours[at],
      ];
    }),
  );
  return csvText([head, ...rows]);
}
