import { componentsNamed, namesLike } from '../../analysis/graph/names.ts'
import type { Analysis } from '../../analysis/analysis.ts'
import type { Component } from '../../analysis/graph/component.ts'
import { nearHint } from '../near.ts'
import { refuse, type Refusal } from '../shell/refusal.ts'

/** Words of several options: each may hold more than one, with commas between. */
export function wordsOf(...lists: readonly (readonly string[])[]): string[] {
  return [
    ...new Set(
      lists
        .flat()
        .flatMap(list => list.split(','))
        .map(word => word.trim())
        .filter(word => word !== ''),
    ),
  ]
}

/** The components that these words mean, each once, or why one of them means none. */
export function wantedComponents(analysis: Analysis, words: readonly string[]): readonly Component[] | Refusal {
  const found = new Map<string, Component>()
  for (const word of words) {
    const components = componentsNamed(analysis, word)
    if (components.length === 0) return unknownComponent(analysis, word)
    for (const component of components) found.set(component.name, component)
  }
  return [...found.values()]
}

function unknownComponent(analysis: Analysis, word: string): Refusal {
  const near = nearHint(word, namesLike(analysis, word))
  const kinds = [...new Set(analysis.components.map(({ kind }) => kind))].join(', ')
  return refuse(
    `tidak ada komponen \`${word}\` yang membawa layanan${near.id || '.'} Jenis yang ada: ${kinds}`,
    `there is no component \`${word}\` in service${near.en || '.'} Known kinds: ${kinds}`,
  )
}
