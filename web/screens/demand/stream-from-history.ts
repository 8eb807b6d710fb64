import { freeId } from '../../../engine/disruption';
import type { History, Plan, Stream } from '../../../engine/plan';

/** Words by which a history's name gives its channel away. */
const CHANNELS: readonly (readonly [RegExp, Stream['channel']])[] = [
  [/\b(?:voice|phone|calls?|telephone|hotline)\b/i, 'voice'],
  [/\b(?:chats?|web ?chat)\b/i, 'chat'],
  [/\b(?:messag\w*|sms|whatsapp)\b/i, 'messaging'],
  [/\be-?mails?\b|\bweb ?form\b/i, 'email'],
];

/** A new stream, the way it is routed, and what was taken from where, in a sentence. */
export interface NewStream {
  readonly stream: Stream;
  readonly routing: Plan['routing'][number] | null;
  readonly sentence: string;
}

/**
 * A stream for a history that has none yet: its name and demand from the history, everything else from one like it.
 *
 * The like stream's market, language, skill, target and routing hold until the planner changes them. Where the history's
 * name speaks of another channel, the sentence says so; the teams of the like stream may not serve that one.
 */
export function streamFromHistory(plan: Plan, history: History, like: Stream, demand: Stream['demand']): NewStream {
  const name = history.name.slice(0, 120);
  const id = freeId(name, 'stream', plan.streams);
  const rule = plan.routing.find((one) => one.stream === like.id);
  const said = CHANNELS.find(([word]) => word.test(name))?.[1] ?? like.channel;
  const other =
    said === like.channel ? '' : ` Its name speaks of ${said}; the stream is ${like.channel}, as the one it is like.`;
  return {
    stream: { ...structuredClone(like), id, name, demand },
    routing: rule ? { ...structuredClone(rule), stream: id } : null,
    sentence: `${name} is a new stream, in all but its contacts like ${like.name}.${other}`,
  };
}
