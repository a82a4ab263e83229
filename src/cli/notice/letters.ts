import type { Bilingual, Language } from '../../diagnostic/diagnostic.ts'
import type { Block } from '../../render/document/block.ts'
import type { NoticeLoss } from '../../noc/notice.ts'
import { documentHtml } from '../../render/document/html.ts'
import { documentMarkdown } from '../../render/document/markdown.ts'
import { addresseesOf, type Addressee } from '../../render/notice/letter.ts'
import { nearHint } from '../near.ts'
import { refuse, type Refusal } from '../shell/refusal.ts'

interface Asked<L extends NoticeLoss> {
  /** What takes service away: who loses what by it. */
  readonly found: { readonly losses: readonly L[] }
  /** One agency alone, by its id. */
  readonly agency: string | undefined
  readonly format: 'markdown' | 'html'
  readonly title: string
  readonly language: Language
  /** What is called so in the sentence that the agency loses nothing by it. */
  readonly cause: Bilingual
  readonly nobody: Bilingual
}

/** Letters to all agencies that lose something, or to the one that is asked for, in one document. */
export function lettersTo<L extends NoticeLoss>(
  { found, agency, format, title, language, cause, nobody }: Asked<L>,
  letter: (to: Addressee<L>) => readonly Block[],
): string | Refusal {
  const all = addresseesOf(found)
  const asked = all.filter(({ tenant }) => agency === undefined || tenant.id === agency)
  if (asked.length === 0 && agency !== undefined) {
    const near = nearHint(
      agency,
      all.map(({ tenant }) => tenant.id),
    )
    return refuse(
      `${cause.id} tidak menghilangkan apa pun dari \`${agency}\`${near.id}`,
      `${cause.en} takes nothing from \`${agency}\`${near.en}`,
    )
  }
  if (asked.length === 0) return refuse(nobody.id, nobody.en)
  const blocks = asked.flatMap(letter)
  return format === 'html' ? documentHtml({ title, page: 'A4 portrait', language }, blocks) : documentMarkdown(blocks)
}
