import type { QueueCalculatorInput } from '../../engine/answers';

export type ServiceLevelDefinition = NonNullable<QueueCalculatorInput['definition']>;

/** The five definitions as the engine names them, the usual one first. */
const LABELS: Readonly<Record<ServiceLevelDefinition, string>> = {
  answeredOverOffered: 'Answered within target, of all offered',
  answeredOverAnswered: 'Answered within target, of all answered',
  answeredOrAbandonedOverOffered: 'Answered or abandoned within target, of all offered',
  answeredOverOfferedLessAbandoned: 'Answered within target, of offered less those abandoned within target',
  answeredOrShortAbandonedOverOffered:
    'Answered within target or abandoned within the short-abandon threshold, of all offered',
};

export const DEFINITIONS = Object.keys(LABELS) as ServiceLevelDefinition[];

/** The name of a definition of service level. */
export const definitionLabel = (definition: ServiceLevelDefinition): string => LABELS[definition];
