import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { heard, type Heard } from '../../cli/heard.fixture.ts'
import { releaseEntries } from '../../plan/ledger.ts'
import { compiled, edited, errorsOf, readKlaten, root, sitesFolder } from './inventory.ts'
import { renamed } from './rename.ts'

/** README's recipes for public Wi-Fi and renaming, and its commands, carried out on the reference network. */

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const asOf = '2026-07-01'

const serat = (cwd: string, ...args: readonly string[]): Promise<Heard> =>
  heard({ cwd, today: asOf }, ...args, ...(takesDate(args[0]) ? ['--as-of', asOf] : []))

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

describe('commands in blocks', () => {
  /** What stands before is of a repository of its own: `testing/tutorial.test.ts` carries it out. */
  const used = readme.slice(readme.indexOf('\n## For network engineers\n'))
  const blocks = [...used.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) => block.split('\n'))
  const lines = blocks.map(line => line.replace(/\s+#.*$/, '').trim()).filter(line => line.startsWith('npx serat '))
  /** Whose own tests carry them out, and why not here. */
  const elsewhere: readonly (readonly [RegExp, string])[] = [
    [/^npx serat audit verify .*…/, 'the digest is cut short on paper'],
    [
      /^npx serat secrets --inventory stacks\/lembah /,
      'writes to the store of a stack of Pulumi: the deployment is tried by hand',
    ],
    [/^npx serat build --inventory stacks\/lembah$/, 'is of the deployment, whose keys are not made here'],
  ]
  const here = lines.filter(line => !elsewhere.some(([pattern]) => pattern.test(line)))

  test('there are some, and each exception is one', () => {
    expect(here.length).toBeGreaterThan(20)
    for (const [pattern, why] of elsewhere)
      expect(
        lines.filter(line => pattern.test(line)),
        why,
      ).toHaveLength(1)
  })

  test('run in order after a build in a repository, with exit code 0', async () => {
    const base = mkdtempSync(join(tmpdir(), 'serat-readme-'))
    try {
      const cwd = join(base, 'repo')
      for (const copy of ['repo/sites', 'sites-lama']) cpSync(sitesFolder, join(base, copy), { recursive: true })
      writeFileSync(join(cwd, 'tickets.csv'), providersTickets)
      const poles = 'src/testing/exchange/cases/tiang-walking'
      cpSync(join(root, poles), join(cwd, poles), { recursive: true })
      commitTwice(cwd)
      expect(await serat(cwd, 'build')).toHaveProperty('code', 0)
      for (const line of here) {
        const { code, said } = await serat(cwd, ...line.replace('npx serat ', '').replaceAll("'", '').split(' '))
        // At the end of the year nothing of the reference network is renewed yet: that is what the command is for.
        const asks = /^npx serat diff --from .* --to 2027-01-01$/.test(line) ? 1 : 0
        expect(code, `${line}\n${said}`).toBe(asks)
      }
    } finally {
      rmSync(base, { recursive: true })
    }
  }, 240_000)
})

/** What a provider sends, as it may look. */
const providersTickets =
  'tiket,layanan,mulai,selesai,penyebab\nTT-1,PB/VPN/26/0217,2026-10-01 08:00,2026-10-01 09:30,kabel putus\n'

/** What the README's commands name: a commit before, a tag, and main as the server has it. */
function commitTwice(cwd: string): void {
  const author = ['-c', 'user.name=penguji', '-c', 'user.email=penguji@contoh.example']
  const git = (...args: readonly string[]): void =>
    void execFileSync('git', [...author, ...args], { cwd, stdio: 'pipe' })
  git('init', '-q')
  writeFileSync(join(cwd, '.gitignore'), 'out/\n')
  git('add', '-A')
  git('commit', '-q', '-m', 'one')
  git('tag', 'v2026.06')
  writeFileSync(join(cwd, 'catatan.md'), 'x\n')
  git('add', '-A')
  git('commit', '-q', '-m', 'two')
  git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  git('update-ref', 'refs/heads/main', 'HEAD')
}
