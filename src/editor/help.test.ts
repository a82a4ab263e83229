import { expect, test } from 'vitest'
import { reviewCodes } from '../change/review/codes.ts'
import { commands } from '../cli/commands/index.ts'
import { compile } from '../compile.ts'
import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { loadCodes } from '../load/codes.ts'
import { fileKinds } from '../load/kinds.ts'
import { keysOf } from '../load/schema-walk.ts'
import { rules } from '../rules/index.ts'
import { contoh } from '../testing/contoh.ts'
import { completeAt } from './complete.ts'
import { hoverAt } from './hover.ts'
import type { Project } from './project.ts'

/** Nothing that the editor can be asked about is without words in one of the languages. */

const sources = contoh()
const compilation = compile({ sources, ledger: '', today: '2026-06-15', entropy: new Uint8Array(16) })

function openedAs(
  path: string,
  text: string,
): { readonly project: Project; readonly source: Project['sources'][number] } {
  const source = { path, text }
  return { project: { sources: [...sources.filter(each => each.path !== path), source], compilation }, source }
}

function isSaid({ id, en }: Bilingual): boolean {
  return id.length > 4 && en.length > 4 && id !== en
}

test('every code of a finding, where a waiver names it', () => {
  const codes = [...rules.map(({ code }) => code), ...Object.keys(loadCodes), ...Object.keys(reviewCodes)]
  expect(codes.length).toBeGreaterThan(150)
  const silent = codes.filter(code => {
    const text = `- waiver: satu\n  code: ${code}\n`
    const { project, source } = openedAs('waivers.yaml', text)
    const lines = hoverAt(project, source, text.indexOf(code) + 1)?.lines ?? []
    return lines.length !== 2 || !lines.every(isSaid)
  })
  expect(silent).toEqual([])
})

test.each(Object.entries(fileKinds))(
  'every key of a %s file, offered and hovered over',
  (kind, { schema, place, key }) => {
    const path = place.endsWith('/') ? `${place}baru.yaml` : place
    const begun = `${key}: baru\n`
    const offered = openedAs(path, begun)
    const completion = completeAt(offered.project, offered.source, begun.length)
    const others = keysOf(schema).filter(each => each !== key)
    expect(completion?.choices).toHaveLength(others.length)
    expect((completion?.choices ?? []).filter(({ meaning }) => meaning === undefined || !isSaid(meaning))).toEqual([])
    for (const { word } of completion?.choices ?? []) {
      const text = `${begun}${word}: x\n`
      const { project, source } = openedAs(path, text)
      const lines = hoverAt(project, source, begun.length + 1)?.lines ?? []
      expect(lines.length, `${kind} ${word}`).toBeGreaterThanOrEqual(3)
      expect(lines.slice(0, 2).every(isSaid), `${kind} ${word}`).toBe(true)
    }
  },
)

test('every command', () => {
  expect(Object.entries(commands).filter(([, { about }]) => !isSaid(about))).toEqual([])
})
