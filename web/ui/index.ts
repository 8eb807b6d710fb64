export { Empty } from './Empty';
export { Figure, Figures } from './Figure';
export { Icon, type IconName } from './Icon';
export { IssueList } from './IssueList';
export { Panel } from './Panel';
export { RunBar } from './RunBar';
export { Screen } from './Screen';
export { Source } from './Source';
export { theme } from './theme';
