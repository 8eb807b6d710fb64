export { type CustomersAtRisk, customersAtRisk } from './customers-at-risk';
