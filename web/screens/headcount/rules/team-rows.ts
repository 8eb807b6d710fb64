import { type GridColumn, shownColumn } from '../../../grid';
import type { DraftPlan, DraftTeam, RuleTable, Team } from './rule-table';

/** A team with its place in the plan. */
export interface TeamRow {
  readonly team: DraftTeam;
  readonly at: number;
}

/** The parts of a table with a row for each team. */
export const eachTeam: Pick<RuleTable<TeamRow>, 'rows' | 'placeOf' | 'keyOf' | 'nameOf'> = {
  rows: (plan: DraftPlan) => plan.teams.map((team, at): TeamRow => ({ team, at })),
  placeOf: ({ at }) => `teams[${at}]`,
  keyOf: ({ team }) => team.id,
  nameOf: ({ team }) => team.name,
};

/** The team's name as the first column. */
export const teamName = <Row extends { readonly team: DraftTeam }>(): GridColumn<Row> =>
  shownColumn<Row>('team', 'Team', 'name', ({ team }) => team.name, 190);

type Onboarding = NonNullable<DraftTeam['onboarding']>;
type Hiring = NonNullable<DraftTeam['hiring']>;
type Response = NonNullable<DraftTeam['attritionResponse']>;

/** Onboarding of a team, begun with people who need none. */
export function onboardingOf(team: DraftTeam): Onboarding {
  team.onboarding ??= {
    trainingWeeks: 0,
    nestingWeeks: 0,
    nestingSpeed: 1 as Onboarding['nestingSpeed'],
    noShowShare: 0,
    trainingLossShare: 0,
  };
  return team.onboarding;
}

/** Limits of hiring for a team, begun with none but the usual five weeks to fill a place. */
export function hiringOf(team: DraftTeam): Hiring {
  team.hiring ??= {
    minClass: 1,
    maxClass: 1000,
    leadWeeks: 5,
    fillRate: 1,
    costPerHire: 0 as Hiring['costPerHire'],
    costPerLeaver: 0 as Hiring['costPerLeaver'],
  };
  return team.hiring;
}

/** How attrition answers to load and pay, begun with no answer at all. */
export function responseOf(team: DraftTeam): Response {
  team.attritionResponse ??= {
    referenceOccupancy: 0.85,
    occupancyElasticity: 0,
    payAgainstMarket: 1,
    payElasticity: 0,
  };
  return team.attritionResponse;
}

/** A draft's team as the engine's functions read it. */
export const asTeam = (team: DraftTeam): Team => team as Team;
