export interface Ledger { readonly entries: ReadonlyMap<string, LedgerEntry> }
export interface LedgerEntry { readonly value: string; readonly retired?: string }
