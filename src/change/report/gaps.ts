import type { Language } from '../../diagnostic/diagnostic.ts'
import { listed } from '../../words/figures.ts'
import type { Change } from '../change.ts'
import type { Gap } from '../parts.ts'
import { compareText } from '../../text/order.ts'
import { headings } from './headings.ts'
import { reportMessages as messages } from './messages.ts'
import type { Section } from './section.ts'
import { kindOrder } from './things.ts'

export function gapSection({ gaps }: Change, language: Language): Section {
  return {
    key: 'gaps',
    title: headings.gaps[language],
    notes: gaps.flatMap(gap => [gapText(gap, language), ...olderText(gap, language)]),
    columns: [],
    rows: [],
  }
}

/** Nobody mends a commit: the way on is another one. */
function olderText(gap: Gap, language: Language): string[] {
  if (gap.what === 'failures' || gap.what === 'not-rendered' || gap.side === 'after') return []
  return [messages.otherVersion[language]]
}

/** The site whose file is broken before the cables that end there; one that nobody can name comes last. */
function heaviestFirst(missing: readonly string[]): string[] {
  const rank = (name: string): number => {
    const [kind = '', id] = name.split(':')
    const place = kindOrder.indexOf(kind)
    return id === undefined ? kindOrder.length + 1 : place < 0 ? kindOrder.length : place
  }
  return missing.toSorted((a, b) => rank(a) - rank(b) || compareText(a, b))
}

function gapText(gap: Gap, language: Language): string {
  switch (gap.what) {
    case 'not-loaded':
      return messages.notLoaded(gap)[language]
    case 'not-whole':
      return messages.notWhole({ side: gap.side, names: listed(heaviestFirst(gap.missing), 6)[language] })[language]
    case 'not-rendered':
      return messages.notRendered[language]
    case 'failures':
      return messages.tooLarge({ count: gap.mostSites })[language]
  }
}
