import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { load } from '../load/load.ts'
import { compareVersions, dialectOf, type Platform } from '../model/platform.ts'
import { contoh } from '../testing/contoh.ts'
import { renderers } from './index.ts'

/** Which versions are accepted, and that README says so in the words of the platforms' data. */

const platforms = new Map(renderers.map(({ platform }) => [platform.id, platform]))

const versions: Readonly<Record<string, { readonly accepted: readonly string[]; readonly others: readonly string[] }>> =
  {
    routeros: { accepted: ['7.12', '7.22.3', '7.24.1'], others: ['7.25', '7.20rc1', '6.49.18', '24.4R1'] },
    linux: { accepted: ['8.4.4', '9.1', '10.2', '10.3.1'], others: ['8.3', '7.5.1', '10.4', '11.0', '10.2-dev', '10'] },
    junos: {
      accepted: ['24.4R1', '24.4R1.9', '24.4R2-S1', '24.4R2-S1.3'],
      others: ['24.4', '24.2R1', '25.2R1', '24.4X1', '24.5R1', '24.4B1'],
    },
    iosxe: {
      accepted: ['17.3.4a', '17.6', '17.12.1', '17.12.04'],
      others: ['16.12.4', '17.2.1', '17.13.1', '17.15.1a', '18.1', '17.12.1-beta', '24.4R1'],
    },
  }

describe.each([...platforms.values()].map(platform => ({ platform, id: platform.id })))('$id', ({ platform, id }) => {
  const known = versions[id]
  it('has its cases here', () => expect(known?.accepted.length).toBeGreaterThan(0))
  it.each(known?.accepted ?? [])('%s is accepted', version => expect(dialectOf(platform, version)).toBeDefined())

  it.each(known?.others ?? [])('%s is an error at its line, with what is accepted', version => {
    const path = 'opd/timur.yaml'
    const router = `router: { platform: ${id}, model: ${Object.keys(platform.models)[0]}, version: "${version}" }`
    const sources = contoh().map(source =>
      source.path === path ? { ...source, text: source.text.replace(/^router: .*$/m, router) } : source,
    )
    const found = load(sources, platforms).diagnostics.filter(({ code }) => code === 'LOD024')
    expect(found.map(({ severity, at }) => [severity, at.source.path])).toEqual([['error', path]])
    expect(found[0]?.message.en).toContain(`version ${version} is not accepted for ${platform.name}`)
    expect(found[0]?.message.id).toContain(`versi ${version} tidak diterima untuk ${platform.name}`)
    expect(found[0]?.help?.en).toContain(`${platform.dialects[0]?.from} to ${platform.releases.upTo}`)
    expect(found[0]?.help?.en).toContain(platform.releases.example)
  })

  it('gives an example that it accepts, and a source for each dialect', () => {
    expect(dialectOf(platform, platform.releases.example)).toBeDefined()
    expect(platform.dialects.map(({ source }) => source).filter(source => source.length < 20)).toEqual([])
    expect(platform.dialects.map(({ from }) => from).toSorted(compareVersions)).toEqual(
      platform.dialects.map(({ from }) => from),
    )
  })
})

function rowsOf({ name, dialects, releases }: Platform): string[] {
  return dialects.map(({ from, source }, i) => {
    const next = dialects[i + 1]?.from
    const range =
      next === undefined ? (from === releases.upTo ? from : `${from} to ${releases.upTo}`) : `${from} to before ${next}`
    return `| ${name} | ${range} | \`${releases.example}\` | ${source} |`
  })
}

it('README has the table of what is accepted and what proves it', () => {
  const path = join(import.meta.dirname, '../../README.md')
  const head = '| platform | accepted versions | written as | what proves it |\n|---|---|---|---|\n'
  const rows = [...platforms.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)).flatMap(rowsOf)
  const table = `${head}${rows.join('\n')}\n`
  const text = readFileSync(path, 'utf8')
  if (process.env['SERAT_UPDATE'] === '1')
    writeFileSync(
      path,
      text.replace(/^\| platform \| accepted versions .*\n(?:\|.*\n)*/m, () => table),
    )
  expect(readFileSync(path, 'utf8')).toContain(table)
})
