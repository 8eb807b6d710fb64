import type { StaffAnswer } from '../../../engine/answers';
import { formatCount, formatFte, signed } from '../../format';
import { ExplainedFigures } from '../../ui';
import { staffingExplanations } from './figure-explanations';
import { type StreamGroup, weeklyHours, weeklyPositions } from './stream-groups';

interface Props {
  readonly answer: StaffAnswer;
  /** The streams that the figures are of, and whether they are all of the plan. */
  readonly subject: StreamGroup;
  readonly isAll: boolean;
  /** Position of the week shown; null for the whole horizon. */
  readonly index: number | null;
  readonly stale: boolean;
}

/** What the requirement comes to in hours, paid FTE and heads: of a week, or over the horizon. */
export function StaffingFigures({ answer, subject, isAll, index, stale }: Props) {
  const whole = index === null;
  const at = whole ? answer.weeks.map((_, week) => week) : answer.weeks[index] ? [index] : [];
  if (at.length === 0) return null;
  const sum = (values: readonly number[]) => at.reduce((total, week) => total + (values[week] ?? 0), 0);
  const hours = weeklyHours(subject, answer);
  const positions = weeklyPositions(subject, answer);
  const required = sum(positions.required) / at.length;
  const available = sum(positions.available) / at.length;
  const peak = at
    .map((week) => answer.weeks[week])
    .reduce((most, week) => ((week?.heads ?? 0) > (most?.heads ?? 0) ? week : most));
  const spare = sum(hours.available) - sum(hours.required);
  const title = subject.name.charAt(0).toUpperCase() + subject.name.slice(1);
  const trees = staffingExplanations(answer, {
    requiredHours: sum(hours.required),
    availableHours: sum(hours.available),
    requiredFte: required,
    availableFte: available,
    heads: peak?.heads ?? 0,
    weeks: at.length,
    streams: subject.streams.length,
  });
  const figures = [
    {
      name: 'hours',
      label: 'Required agent hours',
      text: formatCount(sum(hours.required)),
      detail: `${title}, ${whole ? 'whole horizon' : 'this week'}; ${signed(spare, formatCount)} on duty against it`,
      explanation: trees.hours,
    },
    {
      name: 'required',
      label: whole ? 'Required paid FTE, mean' : 'Required paid FTE',
      text: formatFte(required),
      detail: 'Agent hours over what shrinkage, learning and closed days leave of a paid hour',
      explanation: trees.required,
    },
    {
      name: 'available',
      label: whole ? 'Available paid FTE, mean' : 'Available paid FTE',
      text: formatFte(available),
      detail: `${signed(available - required, formatFte)} against the requirement`,
      explanation: trees.available,
    },
    {
      name: 'heads',
      label: whole ? 'Heads needed, peak' : 'Heads needed',
      text: formatCount(peak?.heads),
      detail: whole
        ? `In ${peak?.label}; rounded up once, after adding up`
        : 'Rounded up once, after adding everything up',
      explanation: trees.heads,
    },
  ];
  return <ExplainedFigures figures={isAll && peak ? figures : figures.slice(0, 3)} stale={stale} />;
}
