import { countColumn, numberColumn, shareColumn, textColumn } from '../../../grid';
import type { DraftTeam, RuleTable } from './rule-table';
import { eachTeam, responseOf, type TeamRow, teamName } from './team-rows';

/** Factors by tenure as text: `0: 2, 6: 0.8`. */
export const writeTenure = (steps: DraftTeam['attritionByTenure']): string =>
  (steps ?? []).map(({ fromMonths, factor }) => `${fromMonths}: ${factor}`).join(', ');

/** The same text as factors; none for nothing. */
export function readTenure(text: string): DraftTeam['attritionByTenure'] {
  const steps = text.split(',').flatMap((part) => {
    const [months = '', factor = ''] = part.split(':');
    return part.trim() === '' ? [] : [{ fromMonths: Number(months), factor: Number(factor) }];
  });
  return steps.length > 0 ? steps : undefined;
}

const STEP = String.raw`\d{1,3}(\.\d+)?\s*:\s*\d{1,2}(\.\d+)?`;

/** What makes people stay or go, and how far their hours stretch. */
export const stayTable: RuleTable<TeamRow> = {
  key: 'stay',
  title: 'Attrition, pay and hours',
  what: 'Leavers a year, and what moves them: tenure, load (burnout) and pay against the market, each as a factor. Then hours: adherence, overtime and time off within limits, agents to a leader.',
  ...eachTeam,
  columns: () => [
    teamName<TeamRow>(),
    shareColumn<TeamRow>({
      key: 'attritionPerYear',
      label: 'Attrition a year',
      path: 'attritionPerYear',
      max: 5,
      hint: 'Leavers over average heads; can be above 100 %',
      get: ({ team }) => team.attritionPerYear,
      set: ({ team }, value) => {
        team.attritionPerYear = value;
      },
    }),
    textColumn<TeamRow>({
      key: 'attritionByTenure',
      label: 'Factor by months of tenure',
      path: 'attritionByTenure',
      width: 170,
      orNothing: true,
      pattern: new RegExp(`^${STEP}(\\s*,\\s*${STEP})*$`),
      allowed: 'steps from month 0 on, such as 0: 2, 6: 0.8',
      hint: 'Attrition against the yearly rate, from so many months since joining on: 0: 2, 6: 0.8',
      get: ({ team }) => writeTenure(team.attritionByTenure),
      set: ({ team }, value) => {
        const steps = readTenure(value);
        if (steps) team.attritionByTenure = steps;
        else delete team.attritionByTenure;
      },
    }),
    shareColumn<TeamRow>({
      key: 'referenceOccupancy',
      label: 'Load at that rate',
      path: 'attritionResponse.referenceOccupancy',
      min: 0.3,
      hint: 'Occupancy at which the yearly rate holds',
      get: ({ team }) => team.attritionResponse?.referenceOccupancy ?? 0.85,
      set: ({ team }, value) => {
        responseOf(team).referenceOccupancy = value;
      },
    }),
    numberColumn<TeamRow>({
      key: 'occupancyElasticity',
      label: 'Elasticity to load',
      path: 'attritionResponse.occupancyElasticity',
      max: 20,
      hint: 'Attrition grows by so many percent for each percent of load: 0 is no burnout',
      get: ({ team }) => team.attritionResponse?.occupancyElasticity ?? 0,
      set: ({ team }, value) => {
        responseOf(team).occupancyElasticity = value;
      },
    }),
    numberColumn<TeamRow>({
      key: 'payAgainstMarket',
      label: 'Pay against market',
      path: 'attritionResponse.payAgainstMarket',
      min: 0.2,
      max: 5,
      hint: '1 is what the local market pays',
      get: ({ team }) => team.attritionResponse?.payAgainstMarket ?? 1,
      set: ({ team }, value) => {
        responseOf(team).payAgainstMarket = value;
      },
    }),
    numberColumn<TeamRow>({
      key: 'payElasticity',
      label: 'Elasticity to pay',
      path: 'attritionResponse.payElasticity',
      max: 20,
      hint: 'Attrition falls by so many percent for each percent of pay above the market',
      get: ({ team }) => team.attritionResponse?.payElasticity ?? 0,
      set: ({ team }, value) => {
        responseOf(team).payElasticity = value;
      },
    }),
    shareColumn<TeamRow>({
      key: 'adherence',
      label: 'Adherence',
      path: 'adherence',
      min: 0.2,
      hint: 'Share of rostered time in which people do what the roster says',
      get: ({ team }) => team.adherence ?? 1,
      set: ({ team }, value) => {
        team.adherence = value;
      },
    }),
    shareColumn<TeamRow>({
      key: 'overtimeMost',
      label: 'Overtime at most',
      path: 'overtime.maxShare',
      max: 0.6,
      hint: 'Of usual paid hours in a week',
      get: ({ team }) => team.overtime?.maxShare ?? 0,
      set: ({ team }, value) => {
        team.overtime = { maxShare: value, premium: team.overtime?.premium ?? 0.5 };
      },
    }),
    shareColumn<TeamRow>({
      key: 'overtimePremium',
      label: 'Overtime premium',
      path: 'overtime.premium',
      max: 3,
      hint: 'Paid on top of the wage',
      get: ({ team }) => team.overtime?.premium ?? null,
      orNothing: true,
      set: ({ team }, value: number | null) => {
        if (value === null) delete team.overtime;
        else team.overtime = { maxShare: team.overtime?.maxShare ?? 0, premium: value };
      },
    }),
    shareColumn<TeamRow>({
      key: 'timeOffMost',
      label: 'Time off at most',
      path: 'voluntaryTimeOff.maxShare',
      max: 0.9,
      hint: 'Hours in a week that may be given off without pay',
      get: ({ team }) => team.voluntaryTimeOff?.maxShare ?? 0,
      set: ({ team }, value) => {
        team.voluntaryTimeOff = { maxShare: value };
      },
    }),
    countColumn<TeamRow>({
      key: 'spanOfControl',
      label: 'Agents to a leader',
      path: 'spanOfControl',
      min: 1,
      max: 200,
      get: ({ team }) => team.spanOfControl,
      set: ({ team }, value) => {
        team.spanOfControl = value;
      },
    }),
  ],
};
