import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Network } from '../../model/network.ts'
import { markdownText } from './escape.ts'

/** What the network says about itself, above all which of its data are composed; stands in every document. */
export function notesOf({ declared }: Network): readonly Bilingual[] {
  return declared.notes ?? []
}

export function notesMarkdown(network: Network): string {
  const notes = notesOf(network)
  if (notes.length === 0) return ''
  return `> **Catatan** (*notes*)\n${notes.map(({ id, en }) => `>\n> ${markdownText(id)} *${markdownText(en)}*`).join('\n')}\n`
}
