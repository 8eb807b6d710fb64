import type { StaffAnswer } from '../../../engine/answers';
import { csvText } from '../../format';

/** Every open interval of every stream shown, in full precision. */
export function staffingCsv(answer: StaffAnswer): string {
  const head = [
    'stream',
    'name',
    'interval',
    'contacts',
    'offered',
    'handle_time_s',
    'required_agents',
    'available_agents',
    'service_level',
    'occupancy',
    'model',
    'service_level_definition',
  ];
  const rows = answer.streams.flatMap((stream) =>
    answer.intervals.flatMap((interval, at) => {
      if ((stream.open[at] ?? 0) <= 0 && (stream.requiredAgents[at] ?? 0) <= 0) return [];
      return [
        [
          stream.id,
          stream.name,
          interval,
          stream.contacts[at],
          stream.offered[at],
          stream.handleTimeSeconds,
          stream.requiredAgents[at],
          stream.availableAgents[at],
          stream.serviceLevel[at],
          stream.occupancy[at],
          answer.model,
          answer.definition,
        ],
      ];
    }),
  );
  return csvText([head, ...rows]);
}
