import type { Bilingual, Language } from '../../diagnostic/diagnostic.ts'
import { counted, listed } from '../../words/figures.ts'
import { things } from '../../words/things.ts'
import type { Sentence } from '../../platforms/reading/sentence.ts'
import type { Change } from '../change.ts'
import type { FileChange, RouterChange } from '../parts.ts'
import { headings } from './headings.ts'
import { reportMessages as messages } from './messages.ts'
import type { Detail, Section } from './section.ts'

const what: Readonly<Record<RouterChange['what'], Bilingual>> = {
  added: { id: 'baru', en: 'new' },
  removed: { id: 'dihapus', en: 'removed' },
  changed: { id: 'diubah', en: 'changed' },
}

const otherDevice = { id: 'perangkat lain, dimuat utuh', en: 'another device, loaded whole' }

/** Each has a part of its own below. */
const mostNamed = 12

export function configurationSection({ routers }: Change, language: Language): Section {
  const sums = routers.reduce(
    (sum, router) => ({ removed: sum.removed + count(router, 'removed'), added: sum.added + count(router, 'added') }),
    { removed: 0, added: 0 },
  )
  const said = messages.sentences[language]
  const ids = routers.map(({ router }) => router)
  const names = listed(ids, mostNamed)[language]
  return {
    key: 'configurations',
    title: headings.configurations[language],
    notes:
      routers.length === 0
        ? []
        : [`${counted(routers.length, things.router)[language]}, −${sums.removed} +${sums.added} ${said}: ${names}`],
    columns: [],
    rows: [],
    details: routers.map(router => detailOf(router, language)),
  }
}

function count({ files }: RouterChange, part: 'removed' | 'added' | 'moved'): number {
  return files.reduce((sum, file) => sum + file[part].length, 0)
}

function detailOf(router: RouterChange, language: Language): Detail {
  const moved = count(router, 'moved')
  const labels = onlyLabels(router) ? messages.labelsAlone[language] : ''
  const former = router.formerId === undefined ? '' : ` ← ${router.formerId}`
  const kind = router.isOtherDevice === true ? otherDevice : what[router.what]
  const counts = `−${count(router, 'removed')} +${count(router, 'added')}${moved === 0 ? '' : ` ~${moved}`}`
  return {
    title: `${router.router}${former} (${kind[language]}): ${counts}${labels}`,
    lines: () => router.files.flatMap(file => fileLines(file)),
  }
}

const label = /\bcomment=("(?:[^"\\]|\\.)*"|\S+)|\bdescription (?:"(?:[^"\\]|\\.)*"|.*)$/

/** Whether the same is said on both sides but for what people read. */
function onlyLabels({ files }: RouterChange): boolean {
  const said = (list: readonly Sentence[]): string =>
    list
      .map(({ block, text }) => `${block} ${text.replace(label, '')}`)
      .sort()
      .join('\n')
  return files.every(({ removed, added, moved }) => moved.length === 0 && said(removed) === said(added))
}

/** Sentences below the block that they stand in: `-` gone, `+` new, `~` at another place among the others. */
function fileLines({ name, removed, added, moved }: FileChange): string[] {
  const marked = (sign: string, sentences: readonly Sentence[]): { readonly block: string; readonly text: string }[] =>
    sentences.map(({ block, text }) => ({ block, text: `${sign} ${text}` }))
  const all = [...marked('-', removed), ...marked('+', added), ...marked('~', moved)]
  const file = name.startsWith('.') ? '' : name
  return [...Map.groupBy(all, ({ block }) => block)].flatMap(([block, sentences]) => [
    `@ ${[file, block].filter(part => part !== '').join(' · ') || '/'}`,
    ...sentences.map(({ text }) => text),
  ])
}
