export { PeopleRules } from './PeopleRules';
export { RULE_KEYS } from './rule-tables';
