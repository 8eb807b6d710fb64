export { decisionWords, KIND_WORDS } from './decision-actions';
export { FindingsPanel } from './FindingsPanel';
