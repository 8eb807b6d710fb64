export * from './demand-book';
export * from './ledger';
export * from './place-contacts';
export * from './stages';
