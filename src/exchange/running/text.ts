import type { Bilingual, Language } from '../../diagnostic/diagnostic.ts'
import { printable, shown } from '../../text/screen.ts'
import type { Sentence } from '../../platforms/reading/sentence.ts'
import type { Comparison } from './compare.ts'

export interface RouterComparison {
  readonly router: string
  readonly file: string
  readonly comparison: Comparison
  readonly unread: readonly string[]
}

export function differencesIn({ contradicted, unknown, missing, moved }: Comparison): number {
  return contradicted.length + unknown.length + missing.length + moved.length
}

/** How many sentences of a running router are reproduced, explained, contradicted or unknown. */
export function fixpoint({ reproduced, explained, contradicted, unknown, missing }: Comparison): Bilingual {
  const all = reproduced + explained.length + contradicted.length + unknown.length
  return {
    id:
      `dari ${all} kalimat router itu ${reproduced} ditulis sama, ${explained.length} dijelaskan, ` +
      `${contradicted.length} bertentangan, ${unknown.length} tidak dikenal; ${missing.length} hanya di pihak kita`,
    en:
      `of its ${all} sentences ${reproduced} are reproduced, ${explained.length} explained, ` +
      `${contradicted.length} contradicted, ${unknown.length} unknown; ${missing.length} are ours alone`,
  }
}

/** The comparison of one router for people: a line a difference. */
export function comparisonText(
  { router, file, comparison, unread }: RouterComparison,
  language: Language,
  mostOfOurs = Number.POSITIVE_INFINITY,
): string {
  const say = ({ id, en }: Bilingual): string => (language === 'id' ? id : en)
  const { contradicted, unknown, missing, moved } = comparison
  const line = (word: Bilingual, { block, text }: Pick<Sentence, 'block' | 'text'>): string =>
    `  ${say(word)}: ${shown(block === '' ? text : `${block} ${text}`)}`
  return [
    `${router} (${printable(file)}): ${say(fixpoint(comparison))}`,
    ...contradicted.map(
      ({ block, running, ours }) =>
        `${line({ id: 'berbeda', en: 'differs' }, { block, text: running })}\n` +
        `    ${say({ id: 'inventaris', en: 'inventory' })}: ${shown(ours)}`,
    ),
    ...unknown.map(sentence => line({ id: 'hanya di router', en: 'router only' }, sentence)),
    ...missing
      .slice(0, mostOfOurs)
      .map(sentence => line({ id: 'hanya di inventaris', en: 'inventory only' }, sentence)),
    ...(missing.length > mostOfOurs ? [`  ... ${missing.length - mostOfOurs}`] : []),
    ...moved.map(sentence => line({ id: 'urutannya lain', en: 'in another order' }, sentence)),
    ...unread.map(each => `  ${say({ id: 'tidak terbaca', en: 'not read' })}: ${shown(each)}`),
    '',
  ].join('\n')
}
