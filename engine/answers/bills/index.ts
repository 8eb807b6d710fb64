export { type BillAnswer, type BillCase, type BillOptions, contractBills } from './contract-bills';
export { type ContractTerms, contractTerms } from './contract-terms';
export { BILL_PARTS, type BillPart, type ProviderBill } from './provider-bill';
