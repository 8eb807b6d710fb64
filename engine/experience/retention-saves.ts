/**
 * Customers kept by contacts of those who meant to leave: contacts × share who mean to leave × share saved.
 *
 * Their worth is the market's value of a customer. Units: contacts answered, customers out. Cost: constant.
 *
 * @example retentionSaves(5000, 0.1, 0.3) // 150
 */
export function retentionSaves(contacts: number, leaverShare: number, saveShare: number): number {
  return contacts * leaverShare * saveShare;
}
