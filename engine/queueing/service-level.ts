/**
 * The five ways in which contact centers count service level; a figure without its definition says little.
 *
 * All five agree where nobody gives up (Erlang C).
 */
export type ServiceLevelDefinition =
  | 'answeredOverOffered'
  | 'answeredOverAnswered'
  | 'answeredOrAbandonedOverOffered'
  | 'answeredOverOfferedLessAbandoned'
  | 'answeredOrShortAbandonedOverOffered';

/** A definition's name, formula and meaning, for screens and reports. */
export interface ServiceLevelDescription {
  readonly definition: ServiceLevelDefinition;
  readonly label: string;
  readonly formula: string;
}

/** The five definitions, the default first. */
export const SERVICE_LEVEL_DEFINITIONS: readonly ServiceLevelDescription[] = [
  {
    definition: 'answeredOverOffered',
    label: 'Answered within target, of all offered',
    formula: 'answered within target / offered',
  },
  {
    definition: 'answeredOverAnswered',
    label: 'Answered within target, of all answered',
    formula: 'answered within target / answered',
  },
  {
    definition: 'answeredOrAbandonedOverOffered',
    label: 'Answered or abandoned within target, of all offered',
    formula: '(answered within target + abandoned within target) / offered',
  },
  {
    definition: 'answeredOverOfferedLessAbandoned',
    label: 'Answered within target, of offered less those abandoned within target',
    formula: 'answered within target / (offered - abandoned within target)',
  },
  {
    definition: 'answeredOrShortAbandonedOverOffered',
    label: 'Answered within target or abandoned within the short-abandon threshold, of all offered',
    formula: '(answered within target + abandoned within threshold) / offered',
  },
];

/** A contact that gives up sooner than this counts as a short abandon unless another threshold is given, seconds. */
export const SHORT_ABANDON_SECONDS = 5;

/** The counts, or shares of offered, that a service level is made of. */
export interface ServiceLevelCounts {
  readonly offered: number;
  readonly answered: number;
  readonly answeredWithinTarget: number;
  readonly abandonedWithinTarget: number;
  readonly abandonedWithinShortThreshold: number;
}

/**
 * Service level from counts, by a named definition.
 *
 * Use for measured counts and for computed shares alike, so that plan and actuals mean the same.
 * Source: the five formulas in use, as listed by ICMI and Call Centre Helper (2024).
 * Units: counts or shares, all in the same unit; the result is a share. With nothing offered it is 1, with
 * contacts offered and none answered 0. Cost: constant.
 *
 * @example serviceLevelOf({ offered: 1060, answered: 1000, answeredWithinTarget: 860, abandonedWithinTarget: 20, abandonedWithinShortThreshold: 10 }, 'answeredOverOffered') // 0.8113
 */
export function serviceLevelOf(counts: ServiceLevelCounts, definition: ServiceLevelDefinition): number {
  const met = counts.answeredWithinTarget;
  switch (definition) {
    case 'answeredOverOffered':
      return ratio(met, counts.offered);
    case 'answeredOverAnswered':
      return counts.answered > 0 || !(counts.offered > 0) ? ratio(met, counts.answered) : 0;
    case 'answeredOrAbandonedOverOffered':
      return ratio(met + counts.abandonedWithinTarget, counts.offered);
    case 'answeredOverOfferedLessAbandoned':
      return ratio(met, counts.offered - counts.abandonedWithinTarget);
    case 'answeredOrShortAbandonedOverOffered':
      return ratio(met + counts.abandonedWithinShortThreshold, counts.offered);
  }
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, Math.max(0, part / whole)) : 1;
}

/**
 * The definition that a text names, or null: `answered-over-offered`, `answeredOverOffered` and `Answered over offered`
 * are the same.
 *
 * @example parseServiceLevelDefinition('answered-over-answered') // 'answeredOverAnswered'
 */
export function parseServiceLevelDefinition(text: string): ServiceLevelDefinition | null {
  const plain = letters(text);
  return SERVICE_LEVEL_DEFINITIONS.find(({ definition }) => letters(definition) === plain)?.definition ?? null;
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}
