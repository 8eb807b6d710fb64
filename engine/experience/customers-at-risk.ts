import type { Market } from '../plan';

/** Customers likely to leave over contacts that nobody answered, and the contribution that goes with them. */
export interface CustomersAtRisk {
  readonly customers: number;
  readonly value: number;
}

/**
 * Customers at risk from contacts lost for good.
 *
 * Lost contacts × share of their customers who leave over it, at most all customers of the market. A first estimate:
 * it knows neither waits endured nor repeated failures.
 *
 * Source: the market's own churn figures, each with source and grade in the plan. Units: contacts, customers, plan currency.
 */
export function customersAtRisk(lostContacts: number, market: Market): CustomersAtRisk {
  if (!market.churn || lostContacts <= 0) return { customers: 0, value: 0 };
  const customers = Math.min(market.customers, lostContacts * market.churn.perAbandonedContact);
  return { customers, value: customers * market.churn.valuePerCustomer };
}
