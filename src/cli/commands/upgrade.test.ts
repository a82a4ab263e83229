import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { places } from '../../load/kinds.ts'
import { version } from '../../model/version.ts'
import { parseLedger } from '../../plan/ledger.ts'
import { heard, type Heard } from '../heard.fixture.ts'

/** The first old inventory, kept as 0.1 wrote it, and ones of a Serat that is not there yet. */

const old = join(import.meta.dirname, '../../testing/old/0.1')
let home = ''

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'serat-upgrade-'))
  cpSync(join(old, 'sites'), join(home, 'sites'), { recursive: true })
})
afterEach(() => rmSync(home, { recursive: true }))

const serat = (language: 'id' | 'en', ...args: string[]): Promise<Heard> => heard({ cwd: home, language }, ...args)

const path = (name: string): string => join(home, 'sites', name)
const text = (name: string): string => readFileSync(path(name), 'utf8')

/** Every file under a folder, with its text. */
function all(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return new Map(
    names.map(({ parentPath, name }) => [
      join(parentPath, name).slice(folder.length),
      readFileSync(join(parentPath, name), 'utf8'),
    ]),
  )
}

describe('an inventory of 0.1', () => {
  test('is read as it is: no error, and its ledger stays to the byte', async () => {
    const before = text('allocations.lock.yaml')
    expect(await serat('en', 'check', '--frozen', '--format', 'concise')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^sites\/plant\/pasar\.yaml:6:\d+: warning\[LOD028\].*\n$/) as unknown,
    })
    expect(await serat('en', 'build')).toMatchObject({ code: 0 })
    expect(text('allocations.lock.yaml')).toBe(before)
  })

  test('is upgraded with a patch: no address, number or configuration changes, comments and order stay', async () => {
    await serat('en', 'build')
    const routers = all(join(home, 'out/routers'))
    const ledger = parseLedger(text('allocations.lock.yaml')).value.entries
    const before = all(join(home, 'sites'))

    const shown = await serat('en', 'upgrade', '--show')
    await expect(shown.out.replaceAll(version, 'VERSION')).toMatchFileSnapshot(join(old, 'expected.patch'))
    expect(all(join(home, 'sites'))).toEqual(before)

    expect(await serat('en', 'upgrade')).toMatchObject({ code: 0, out: shown.out })
    expect(await serat('en', 'check', '--strict', '--frozen')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^no findings/) as unknown,
    })
    expect(parseLedger(text('allocations.lock.yaml'))).toEqual({
      value: { entries: ledger, writtenBy: version },
      diagnostics: [],
    })
    await serat('en', 'build')
    expect(all(join(home, 'out/routers'))).toEqual(routers)
    expect(await serat('id', 'upgrade')).toMatchObject({ code: 0, out: '', err: 'sudah dalam bentuk Serat ini\n' })
  })

  test('a new thing is recorded in its form, and a newer form says who wrote it last', async () => {
    writeFileSync(path('allocations.lock.yaml'), text('allocations.lock.yaml').replace(/^link\/.*\n/gm, ''))
    await serat('en', 'build')
    expect(text('allocations.lock.yaml')).toContain('\nformat: 1\n')
    await serat('en', 'upgrade')
    writeFileSync(
      path('allocations.lock.yaml'),
      text('allocations.lock.yaml')
        .replace(`serat: ${version}`, 'serat: 0.1.9')
        .replace(/^link\/.*\n/gm, ''),
    )
    await serat('en', 'build')
    expect(text('allocations.lock.yaml')).toContain(`\nformat: 2\nserat: ${version}\nlink/`)
  })
})

describe('an inventory of a newer Serat', () => {
  const ours = '9.4.1'
  const wanted = {
    id: `inventaris ini ditulis untuk Serat ${ours}, sedangkan ini Serat ${version}`,
    en: `this inventory was written for Serat ${ours}, and this is Serat ${version}`,
  }

  function put(name: string, content: string): void {
    mkdirSync(dirname(path(name)), { recursive: true })
    writeFileSync(path(name), content)
  }

  beforeEach(() => {
    put(
      'network.yaml',
      `${text('network.yaml').replace(/^network: .*$/m, `$&\nserat: ${ours}`)}\nsatellites: &all [a, b]\n`,
    )
  })

  const kinds = [...places.filter(place => place.endsWith('/')), 'radio/', 'power.yaml']
  test.each(kinds)(
    '%s with things of a new kind: one finding in words, in both languages, and nothing is written',
    async place => {
      put(place.endsWith('/') ? `${place}baru.yaml` : place, 'satellite: palapa\norbit: { km: 35786 }\n')
      const before = all(home)
      for (const language of ['id', 'en'] as const) {
        const { code, out } = await serat(language, 'check')
        expect(code).toBe(1)
        expect(out).toContain(wanted[language])
        expect(out.match(/\[[A-Z]{3}\d{3}\]/g)).toEqual(['[LOD029]'])
        expect(out.includes('radio/') || out.includes('power.yaml')).toBe(['radio/', 'power.yaml'].includes(place))
      }
      expect((await serat('en', 'build')).code).toBe(1)
      expect((await serat('en', 'upgrade')).code).toBe(1)
      expect((await serat('en', 'rename', 'site', 'utara', 'lor')).code).not.toBe(0)
      expect(all(home)).toEqual(before)
    },
  )

  test('a newer ledger is refused in words, and never written over', async () => {
    put('network.yaml', text('network.yaml').replace(/^(serat|satellites): .*\n/gm, ''))
    put('allocations.lock.yaml', text('allocations.lock.yaml').replace('format: 1', 'format: 3\nserat: 9.4.1'))
    const before = text('allocations.lock.yaml')
    expect((await serat('id', 'check')).out).toContain('ditulis oleh Serat yang lebih baru (format: 3')
    expect((await serat('en', 'build')).out).toContain('written by a newer Serat (format: 3')
    expect((await serat('en', 'repair', '--base', 'HEAD')).code).not.toBe(0)
    expect(text('allocations.lock.yaml')).toBe(before)
  })

  test('a patch of this version is no newer one', async () => {
    put(
      'network.yaml',
      text('network.yaml')
        .replace(ours, version.replace(/\d+$/, '99'))
        .replace(/^satellites.*\n/m, ''),
    )
    expect((await serat('en', 'check')).code).toBe(0)
  })

  test('what is no version is told at its line', async () => {
    put(
      'network.yaml',
      text('network.yaml')
        .replace(ours, 'terbaru')
        .replace(/^satellites.*\n/m, ''),
    )
    expect((await serat('en', 'check')).out).toMatch(/LOD013(?:.|\n)*a version of Serat: 0\.2\.0/)
  })
})
