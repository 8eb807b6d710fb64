import type { Explanation, StaffAnswer } from '../../../engine/answers';
import { MODEL_NAMES } from './staffing-view';

/** The sums that the figures of the screen are made of. */
export interface StaffingSums {
  readonly requiredHours: number;
  readonly availableHours: number;
  readonly requiredFte: number;
  readonly availableFte: number;
  readonly heads: number;
  readonly weeks: number;
  readonly streams: number;
}

type Input = Explanation['inputs'][number];

const computed = (name: string, value: number | string, unit: string, source: string): Input => ({
  name,
  value,
  unit,
  source,
  grade: 'computed',
});

/** Where each figure of the Staffing screen comes from; an interval's own requirement is explained when it is clicked. */
export function staffingExplanations(
  answer: StaffAnswer,
  sums: StaffingSums,
): Record<'hours' | 'required' | 'available' | 'heads', Explanation> {
  const { intervalMinutes, model, serviceLevelDefinition, uncertainty } = answer;
  const rule: Input[] = [
    computed('streams added up', sums.streams, '', 'the choice above'),
    computed('weeks', sums.weeks, '', 'the choice above'),
    computed('interval', intervalMinutes, 'minutes', 'the plan’s calendar'),
    computed('formula of each interval', MODEL_NAMES[model], '', 'the choice above'),
    computed('service level counts', serviceLevelDefinition, '', 'the choice above'),
    ...(uncertainty
      ? [computed('days on which each stream holds', uncertainty.shareOfDaysEach, 'share', 'the choice above')]
      : []),
  ];
  const required = computed(
    'required agent hours',
    sums.requiredHours,
    'hours',
    'agents of every interval × its length',
  );
  const onDuty = computed(
    'available agent hours',
    sums.availableHours,
    'hours',
    'agents on duty after shrinkage, at their sites’ hours and seats',
  );
  const paid = computed('available paid FTE', sums.availableFte, 'FTE', 'heads × paid hours ÷ 40');
  const mean = sums.weeks > 1 ? ', mean over the weeks' : '';
  return {
    hours: {
      label: 'Required agent hours',
      value: sums.requiredHours,
      unit: 'hours',
      formula: 'least agents that keep each stream’s promise in each interval × length of the interval, added up',
      method: 'fractions are added up; nothing is rounded before',
      inputs: rule,
    },
    required: {
      label: 'Required paid FTE',
      value: sums.requiredFte,
      unit: 'FTE',
      formula: `required agent hours × available paid FTE ÷ available agent hours, stream by stream and week by week${mean}`,
      method:
        'a paid position is worth what the streams’ own teams make of one that week: shrinkage, learning, proficiency, closed days, seats',
      inputs: [required, onDuty, paid, ...rule.slice(0, 2)],
    },
    available: {
      label: 'Available paid FTE',
      value: sums.availableFte,
      unit: 'FTE',
      formula: `paid positions of the teams × the part of their hours on duty that goes to these streams${mean}`,
      method: 'heads by tenure cohorts; one FTE is 40 paid hours a week; duty follows need (METHODS)',
      inputs: [onDuty, ...rule.slice(0, 2)],
    },
    heads: {
      label: 'Heads needed',
      value: sums.heads,
      unit: 'people',
      formula: 'required paid FTE of all streams × 40 ÷ paid hours of a head, rounded up once',
      method: 'one rounding, after everything is added up; over several weeks the week that needs most',
      inputs: [computed('required paid FTE', sums.requiredFte, 'FTE', `all streams${mean}`)],
    },
  };
}
