import type { ContractDeclaration } from '../../model/contract-file.ts'
import { compareText } from '../../text/order.ts'

type Paper = ContractDeclaration['documents'][number]

/** The papers of a contract by date; the order in its file means nothing. */
export function documentsOf({ documents }: ContractDeclaration): readonly Paper[] {
  return documents.toSorted((a, b) => compareText(keyOf(a), keyOf(b)))
}

function keyOf({ date = '', kind, path = '', sha256 = '' }: Paper): string {
  return [date, kind, path, sha256].join(' ')
}
