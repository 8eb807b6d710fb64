export { ContactPanel } from './ContactPanel';
export { estimateWords } from './estimate-words';
export { RefineLine } from './RefineLine';
export { RUNS, useRefinement } from './use-refinement';
