import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Intent } from '../intent/intent.ts'
import type { Platform } from '../model/platform.ts'
import { contoh } from '../testing/contoh.ts'
import { intentsOf } from '../testing/reference-intents.ts'
import { renderers } from './index.ts'
import { lineText } from './text/line.ts'

const platforms = new Map(renderers.map(({ platform }) => [platform.id, platform]))
const testing = join(import.meta.dirname, '../testing')
const site = 'opd/timur.yaml'
/** Their words stand in golden files already. */
const heldElsewhere: Readonly<Record<string, string>> = {
  iosxe: 'golden/iosxe',
  linux: 'golden/good/linux-and-internet',
  routeros: 'golden/good/contoh',
}

/**
 * A site on the ring whose router is the first model of the platform, in the words of the release that its data gives
 * as an example.
 */
function siteIntent({ id, models, releases }: Platform): Intent {
  const router = `router: { platform: ${id}, model: ${Object.keys(models)[0]}, version: "${releases.example}" }`
  const sources = contoh().map(source =>
    source.path === site ? { ...source, text: source.text.replace(/^router: .*$/m, router) } : source,
  )
  const intent = intentsOf({ sources, ledger: '' }, platforms).get('timur')
  if (intent === undefined) throw new Error(`no intent for ${id}`)
  return intent
}

describe.each(renderers.map(renderer => ({ renderer, id: renderer.platform.id })))('$id', ({ renderer, id }) => {
  const intent = siteIntent(renderer.platform)
  const files = new Map(
    renderer.render(intent).map(({ name, lines }) => [name, lines.map(lineText).join('\n')] as const),
  )

  test('writes every line with the place that it comes from', () => {
    for (const { lines } of renderer.render(intent)) {
      expect(lines.length).toBeGreaterThan(0)
      for (const line of lines)
        if (lineText(line).trim() !== '')
          expect(line.from.length + (line.practice?.length ?? 0), lineText(line)).toBeGreaterThan(0)
    }
  })

  test('every model says where its ports were read, and has the port that it names for the trunk', () => {
    for (const [model, { ports, trunk, source }] of Object.entries(renderer.platform.models)) {
      expect(source, model).not.toBe('')
      expect(
        ports.map(({ name }) => name),
        model,
      ).toContain(trunk)
    }
  })

  test('names a VLAN of every port differently: two providers may give the same number', () => {
    for (const { ports } of Object.values(renderer.platform.models)) {
      const names = ports.map(({ name }) => renderer.platform.names.subinterface(name, 4094))
      expect(new Set(names).size).toBe(ports.length)
      // The kernel of Linux takes 15 characters.
      if (id === 'linux') expect(names.filter(name => name.length > 15)).toEqual([])
    }
  })

  test('renders a site as its golden files say', () => {
    const elsewhere = heldElsewhere[id]
    if (elsewhere !== undefined) return expect(existsSync(join(testing, elsewhere))).toBe(true)
    const folder = join(testing, 'golden/platforms', id)
    if (process.env['SERAT_UPDATE'] === '1') renew(folder, files)
    const known = existsSync(folder) ? readdirSync(folder).sort() : []
    expect(known, 'stale or missing; SERAT_UPDATE=1 writes them').toEqual([...files.keys()].map(flat).sort())
    for (const [name, text] of files) expect(text, name).toBe(readFileSync(join(folder, flat(name)), 'utf8'))
  })
})

/** Some platforms write files in folders of their own. */
function flat(name: string): string {
  return name.replaceAll('/', '--')
}

function renew(folder: string, files: ReadonlyMap<string, string>): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of files) writeFileSync(join(folder, flat(name)), text)
}
