import { expect, test } from 'vitest'
import { z } from 'zod'
import { pretty } from '../diagnostic/pretty.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Source } from '../source/source.ts'
import { parseDocument } from 'yaml'
import { compile } from '../compile.ts'
import { readKlaten } from '../testing/klaten/inventory.ts'
import { load } from './load.ts'

/** Texts that provoke every refusal of the YAML library that a file can meet. */
const broken: Readonly<Record<string, string>> = {
  'a tab': 'site: a\nlocation:\n\tlat: 1\n',
  'an open quote': "site: 'a\nname: b\n",
  'an open bracket': 'site: [a, b\nname: c\n',
  'a bracket too many': 'site: { a: 1 }}\n',
  'an escape': 'site: "\\q"\n',
  'a reserved sign': 'site: @a\n',
  'a directive sign': 'site: %a\n',
  'two colons': 'site: a: b\n',
  'no colon': 'site\nname: b\n',
  indentation: 'site: a\n  name: b\n',
  'two documents': 'site: a\n---\nsite: b\n',
  'an ended document': 'site: a\n...\nsite: b\n',
  'a comment that sticks': 'site: "a"#b\n',
  'an unknown alias': 'site: *a\n',
  'two anchors': 'site: &a &b c\n',
  'two tags': 'site: !!str !!int c\n',
  'a tag that does not fit': 'site: !!int c\n',
  'a list as a key': '? [a]\n: b\n',
  'a long key': `${'k'.repeat(1100)}: 1\n`,
  'a list on the line of a key': 'site: - a\n',
  'a block header': 'site: |x\n  a\n',
  'a bad directive': '%YAML x\n---\nsite: a\n',
  'old line ends': 'site: a\rname: b\r',
  'conflict markers': 'site: a\n<<<<<<< HEAD\nname: b\n=======\nname: c\n>>>>>>> other\n',
  'a merge key': 'site: a\nlocation: { <<: { lat: 1 } }\n',
}

const shapes: Readonly<Record<string, string>> = {
  'a list for a group': 'site: [a]\n',
  'a number for a text': 'site: 7\n',
  'nothing for everything': 'site:\nname:\nclass:\nlocation:\n',
  'unknown keys': 'site: a\nconstructor: 1\n__proto__: 2\n',
  'wrong choices': 'site: a\nclass: x\nstatus: y\n',
  'wrong forms': 'site: A_B\nname: ""\nlocation: { lat: 400, lon: x, quality: z }\n',
  'a text for a list': 'site: a\ntenants: b\nsegments: c\nuplinks: 3\n',
}

function findings(path: string, text: string): readonly Diagnostic[] {
  const source: Source = { path, text }
  return load([source], new Map()).diagnostics
}

function spoken(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.flatMap(({ message, help }) => [message.id, message.en, help?.id ?? '', help?.en ?? '']).join('\n')
}

/** Beginnings of what the libraries say about the same text: eight letters are enough to know them by. */
function libraryWords(text: string): string[] {
  const said = parseDocument(text, { prettyErrors: false }).errors.map(({ message }) => message.split('\n')[0] ?? '')
  const zod = [z.string(), z.number(), z.array(z.string()), z.object({}), z.enum(['q'])].flatMap(schema => {
    const read = schema.safeParse(Symbol('none of these'))
    return read.success ? [] : read.error.issues.map(({ message }) => message)
  })
  return [...said, ...zod]
}

test.each(Object.entries({ ...broken, ...shapes }))('%s is said in our own words, with a remedy', (_, text) => {
  const diagnostics = findings('opd/a.yaml', text).filter(({ code }) => code !== 'LOD022')
  expect(diagnostics).not.toEqual([])
  for (const words of libraryWords(text)) expect(spoken(diagnostics)).not.toContain(words.slice(0, 60))
  expect(spoken(diagnostics)).not.toMatch(
    /Invalid input|expected|received|parseAllDocuments|Implicit|mapping|Flow |scalar|Nested map|undefined|\[object|dokumentasi|documentation/i,
  )
  expect(diagnostics.filter(({ help }) => help === undefined)).toEqual([])
})

test('conflict markers and old line ends are one finding, at the first sign of them', () => {
  for (const name of ['conflict markers', 'old line ends']) {
    const text = broken[name] ?? ''
    const [first, ...others] = findings('opd/a.yaml', text).filter(({ code }) => code !== 'LOD022')
    expect(others).toEqual([])
    expect(first?.code).toBe('LOD005')
  }
  const markers = pretty({
    diagnostics: findings('opd/a.yaml', broken['conflict markers'] ?? ''),
    language: 'en',
    base: '',
  })
  expect(markers).toContain('opd/a.yaml:2:1')
})

test('an unknown structure of a run is shown where it is named, once', () => {
  const { sources, ledger } = readKlaten()
  const changed = sources.map(({ path, text }) => ({
    path,
    text: text.replace('along: [hh-pusat-03, hh-pusat-04,', 'along: [hh-pusat-03, hh-pusat-99,'),
  }))
  const { diagnostics } = compile({ sources: changed, ledger, today: '2026-06-15', entropy: new Uint8Array(5) })
  const unknown = diagnostics.filter(({ code }) => code === 'LOD020')
  const shown = pretty({ diagnostics: unknown, language: 'en', base: '' }).split('\n')
  const [line = '', marks = ''] = shown.slice(3)
  expect(unknown).toHaveLength(1)
  expect(line.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('hh-pusat-99')
})
