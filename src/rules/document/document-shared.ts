import { inside } from '../../source/source.ts'
import { clashes, grouped } from '../grouping.ts'
import { rule } from '../define.ts'
import { namedDocuments } from '../../model/named-documents.ts'

export const documentShared = rule({
  code: 'DOK002',
  name: 'document-shared',
  severity: 'error',
  title: { id: 'Satu berkas dipakai untuk dua kontrak', en: 'One file used for two contracts' },
  *check({ network }) {
    const named = namedDocuments(network).filter(({ contract }) => contract !== undefined)
    for (const group of grouped(named, ({ document }) => document.sha256).values()) {
      const byContract = [...grouped(group, ({ contract }) => contract).values()].flatMap(([first]) => first ?? [])
      for (const { first, later } of clashes([byContract])) {
        yield {
          at: inside(later.at, 'sha256'),
          about: [later.owner, first.owner],
          facts: { first: first.contract ?? '', later: later.contract ?? '' },
          related: [
            {
              at: inside(first.at, 'sha256'),
              message: { id: `kontrak ${first.contract}`, en: `contract ${first.contract}` },
            },
          ],
        }
      }
    }
  },
  message: ({ first, later }) => ({
    id: `kontrak ${later} memakai berkas yang sama dengan kontrak ${first}`,
    en: `contract ${later} uses the same file as contract ${first}`,
  }),
  hint: () => ({
    id: 'setiap kontrak punya dokumennya sendiri; periksa berkas mana yang salah dicatat',
    en: 'each contract has papers of its own; see which file is recorded in the wrong place',
  }),
})
