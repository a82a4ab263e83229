import type { ContractDeclaration } from '../../model/lease-file.ts'

type Paper = ContractDeclaration['documents'][number]

/** The papers of a contract by date; the order in its file means nothing. */
export function documentsOf({ documents }: ContractDeclaration): readonly Paper[] {
  return documents.toSorted((a, b) => compare(keyOf(a), keyOf(b)))
}

function keyOf({ date = '', kind, path = '', sha256 = '' }: Paper): string {
  return [date, kind, path, sha256].join(' ')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
