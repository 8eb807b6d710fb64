export { PeopleRules } from './PeopleRules';
export type { AnyRuleTable, DraftPlan, DraftTeam } from './rule-table';
export { RULE_KEYS, RULE_TABLES } from './rule-tables';
