/** A class to hire. */
export interface PlannedClass {
  readonly team: string;
  readonly name: string;
  readonly site: string;
  /** Heads that start on contacts, and places and offers to get them. */
  readonly heads: number;
  readonly places: number;
  readonly offers: number;
  readonly decideBy: string;
  readonly trainingFrom: string;
  readonly onContacts: string;
  readonly week: string;
}
