import { isOfProgram } from '../source/program-file.ts'
import type { Source } from '../source/source.ts'
import type { Edited, Refused } from './edited.ts'

/** Why an edit may not touch what a program declares: its next run would write it back. Undefined where it does not. */
export function programRefusal(before: readonly Source[], { sources, removed }: Edited): Refused | undefined {
  const now = new Map(sources.map(({ path, text }) => [path, text]))
  const gone = new Set(removed)
  const touched = before.filter(
    file => isOfProgram(file) && (gone.has(file.path) || (now.get(file.path) ?? file.text) !== file.text),
  )
  if (touched.length === 0) return undefined
  const files = touched.map(({ path }) => path).join(', ')
  return [
    {
      id:
        `${files} ditulis oleh sebuah program: ubah programnya (nama baru dengan \`was: ['lama']\`, ` +
        `berakhir dengan \`status: 'retired'\`), lalu \`pulumi preview\`; tidak ada yang ditulis`,
      en:
        `a program writes ${files}: change the program (a new name with \`was: ['old']\`, ` +
        `an end with \`status: 'retired'\`), then \`pulumi preview\`; nothing was written`,
    },
  ]
}
