export { ContractPanel } from './ContractPanel';
