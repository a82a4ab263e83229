import { describe, expect, it } from 'vitest'
import { contoh } from '../contoh.ts'
import { intentsOf, readSites } from '../reference-intents.ts'
import { renderers } from '../../platforms/index.ts'
import type { ConfigFile, Renderer } from '../../platforms/renderer.ts'
import { factoryOf } from '../../platforms/routeros/routeros.factory.ts'
import { run } from '../../platforms/routeros/script/run.ts'
import { lineText } from '../../platforms/text/line.ts'
import { fillIn, heldText, notFilledIn, stoppedFile } from '../../platforms/text/unresolved.ts'

const platforms = new Map(renderers.map(({ platform }) => [platform.id, platform]))

interface Built {
  readonly router: string
  readonly platform: string
  readonly file: ConfigFile
  readonly held: ConfigFile
}

/** The reference network as it is, and a small one whose ring site runs each platform in turn. */
function built(): Built[] {
  const inventories = [
    readSites(),
    ...renderers.map(({ platform: { id, models, releases } }) => ({
      ledger: '',
      sources: contoh().map(source => ({
        ...source,
        text:
          source.path === 'opd/timur.yaml'
            ? source.text.replace(
                /^router: .*$/m,
                `router: { platform: ${id}, model: ${Object.keys(models)[0]}, version: "${releases.example}" }`,
              )
            : source.text,
      })),
    })),
  ]
  return inventories.flatMap(inventory =>
    [...intentsOf(inventory, platforms)].flatMap(([router, intent]) => {
      const renderer = rendererOf(intent.router.platform.id)
      const platform = renderer.platform.id
      return renderer.render(intent).map(held => ({ router, platform, held, file: stoppedFile(held, renderer) }))
    }),
  )
}

function rendererOf(id: string): Renderer {
  const renderer = renderers.find(({ platform }) => platform.id === id)
  if (renderer === undefined) throw new Error(id)
  return renderer
}

const all = built()
const open = all.filter(({ held }) => /<(secret|public-key):/.test(held.lines.map(lineText).join('\n')))
const textOf = ({ lines }: ConfigFile): string => lines.map(line => `${lineText(line)}\n`).join('')
const of = (platform: string): readonly Built[] => open.filter(one => one.platform === platform)
const model = platforms.get('routeros')?.models['RB5009UG+S+IN']

describe('a file whose secrets stand by name', () => {
  it('stands on every platform, and one without any is as it was', () => {
    expect(Object.fromEntries(renderers.map(({ platform: { id } }) => [id, of(id).length > 0]))).toEqual({
      iosxe: true,
      junos: true,
      linux: true,
      routeros: true,
    })
    for (const { file, held } of all) expect(heldText(file.lines)).toBe(textOf(held))
    for (const { file, held } of all.filter(one => !open.includes(one))) expect(file).toBe(held)
  })
  it('stops RouterOS at its first line, and says why', () => {
    if (model === undefined) throw new Error('no such model')
    const factory = factoryOf(model)
    for (const { file, router } of of('routeros')) {
      const text = textOf(file)
      expect(run(factory, text), router).toEqual({ configuration: factory, faults: [fillIn] })
      expect(text.split('\n')[0]).toContain(':error')
    }
  })
  it('leaves Junos without a commit, for a policy that nothing defines', () => {
    for (const { file, held, router } of of('junos')) {
      expect(undefinedPolicies(textOf(file)), router).toEqual([notFilledIn])
      expect(undefinedPolicies(textOf(held)), router).toEqual([])
    }
  })
  it('has a line in front that IOS XE and vtysh do not know', () => {
    for (const { file } of [...of('iosxe'), ...of('linux').filter(one => one.file.name === 'frr.conf')])
      expect(lineText(file.lines[0] ?? { parts: [], from: [] })).toBe(fillIn)
  })
})

/** Policies that a statement calls and none defines: `commit check` refuses them. */
function undefinedPolicies(text: string): string[] {
  const defined = new Set([...text.matchAll(/^set policy-options policy-statement (\S+) /gm)].map(match => match[1]))
  const called = [
    ...text.matchAll(/^set (?:protocols|routing-options|routing-instances) .*\b(?:export|import) (\S+)$/gm),
  ]
  return [...new Set(called.map(match => match[1] ?? ''))].filter(name => !defined.has(name))
}
