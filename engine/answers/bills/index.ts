export {
  BILL_PARTS,
  type BillAnswer,
  type BillCase,
  type BillOptions,
  type BillPart,
  contractBills,
  type ProviderBill,
} from './contract-bills';
export { type ContractTerms, contractTerms } from './contract-terms';
