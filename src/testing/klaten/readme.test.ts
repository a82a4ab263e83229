import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run } from '../../cli/run.ts'
import { plain } from '../../diagnostic/paint.ts'
import { releaseEntries } from '../../plan/ledger.ts'
import { withCopy } from './cli.ts'
import { compiled, edited, errorsOf, readKlaten, root } from './inventory.ts'
import { renamed } from './rename.ts'

/** README's recipes for public Wi-Fi and renaming, and its `check` and `explain`, carried out on the reference network. */

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const asOf = '2026-07-01'

interface Outcome {
  readonly code: number
  readonly said: string
}

async function serat(cwd: string, ...args: readonly string[]): Promise<Outcome> {
  let said = ''
  const take = (text: string): void => {
    said += text
  }
  const code = await run([...args, '--as-of', asOf].slice(0, takesDate(args[0]) ? undefined : -2), () => ({
    language: 'en',
    cwd,
    today: asOf,
    paint: plain,
    print: take,
    note: take,
  }))
  return { code, said }
}

function takesDate(name = ''): boolean {
  return name === 'check' || name === 'build'
}

const recipes = [...readme.matchAll(/^\| ((?:add|move|reopen|rename|remove) [^|]*) \| (.*) \|$/gm)]
const recipe = (begin: string): string => recipes.find(([, what = '']) => what.startsWith(begin))?.[2] ?? ''

describe('the public Wi-Fi reopens', () => {
  const { sources } = readKlaten()
  const waiting = sources.flatMap(({ path, text }) => {
    const [, hosts] = /^ {2}guest: (\d+)$/m.exec(text) ?? []
    return hosts === undefined ? [] : [{ path, hosts: Number(hosts) }]
  })
  const [, form = ''] = /`(guest: \{ hosts: 60, status: active \})`/.exec(recipe('reopen')) ?? []

  test('at ten sites', () => {
    expect(waiting).toHaveLength(10)
    expect(form).not.toBe('')
  })

  test.each(waiting)('$path, as it stands', ({ path, hosts }) => {
    const guest = form.replace('60', String(hosts))
    expect(
      errorsOf(
        compiled(
          edited(readKlaten(), path, text => text.replace(/guest: \d+/, guest)),
          asOf,
        ),
      ),
    ).toEqual([])
  })

  test.each(waiting)('$path, for twice as many', ({ path, hosts }) => {
    const site = path.replace(/^.*\/|\.yaml$/g, '')
    const guest = form.replace('60', String(2 * hosts))
    const grown = edited(readKlaten(), path, text => text.replace(/guest: \d+/, guest))
    const key = /--in-use (\S+)`/.exec(recipe('reopen'))?.[1]?.replace('<site>', site) ?? ''
    expect(errorsOf(compiled(grown, asOf)).filter(error => !error.includes(' ADR003 '))).toEqual([])
    const { text: ledger, refused } = releaseEntries(grown.ledger, [key], 'in-use')
    expect(refused).toEqual([])
    const built = compiled({ ...grown, ledger }, asOf)
    expect(errorsOf(built)).toEqual([])
    expect(compiled({ ...grown, ledger: built.ledger }, asOf).ledger).toBe(built.ledger)
  })
})

test('a site is renamed', () => {
  expect(recipe('rename')).toContain('`was: [OLD]`')
  const before = compiled(readKlaten(), asOf)
  const after = compiled(renamed(readKlaten(), 'site', 'dishub', 'perhubungan'), asOf)
  expect(errorsOf(after)).toEqual([])
  expect(after.ledger.replaceAll('perhubungan', 'dishub').split('\n').toSorted()).toEqual(
    before.ledger.split('\n').toSorted(),
  )
})

describe('check and explain in blocks', () => {
  const blocks = [...readme.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) => block.split('\n'))
  const lines = blocks
    .map(line => line.replace(/\s+#.*$/, '').trim())
    .filter(line => /^npx serat (check|explain) /.test(line))

  test('there are some', () => expect(lines.length).toBeGreaterThan(2))

  test('run in order after a build, with exit code 0', async () => {
    await withCopy(async folder => {
      expect(await serat(folder, 'build')).toHaveProperty('code', 0)
      for (const line of lines) {
        const { code, said } = await serat(folder, ...line.replace('npx serat ', '').replaceAll("'", '').split(' '))
        expect(code, `${line}\n${said}`).toBe(0)
      }
    })
  })
})
