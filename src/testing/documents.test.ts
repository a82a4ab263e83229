import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseArguments } from '../cli/arguments.ts'
import { commands } from '../cli/commands/index.ts'
import { clean, findingsOf, misuse } from '../cli/exit-codes.ts'
import { reviewCodes } from '../change/review/codes.ts'
import { loadCodes } from '../load/codes.ts'
import { rules } from '../rules/index.ts'

/** What the documents say of the code, held against the code. */

const root = join(import.meta.dirname, '../..')
const documents = ['README.md', 'CONTRIBUTING.md', 'src/ARCHITECTURE.md', 'src/DECISIONS.md']
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> }

/** Commands in blocks and between backticks, without their remarks. */
function spoken(path: string, begin: RegExp): string[] {
  const text = read(path)
  const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) => block.split('\n'))
  const inline = [...text.matchAll(/`([^`\n]+)`/g)].map(([, words = '']) => words)
  return [...blocks, ...inline]
    .flatMap(line => line.replace(/\s+#.*$/, '').split(' && '))
    .map(line => line.trim())
    .filter(line => begin.test(line))
}

describe.each(documents)('%s', path => {
  test('speaks of scripts that package.json has', () => {
    const named = spoken(path, /^npm run [a-z:]+/).map(line => line.split(' ')[2] ?? '')
    expect(named.filter(name => !Object.hasOwn(scripts, name))).toEqual([])
  })

  test.each(spoken(path, /^(sudo )?npx serat /))('%s is understood', async line => {
    const words = [...line.replace(/^.*?serat /, '').matchAll(/["']([^"']*)["']|(\S+)/g)]
    const [name = '', ...args] = words.map(([, quoted, bare]) => quoted ?? bare ?? '')
    const known = Object.hasOwn(commands, name) ? commands[name as keyof typeof commands] : undefined
    expect(known, `no command ${name}`).toBeDefined()
    if (known !== undefined && args.length > 0)
      expect(parseArguments(await known.load(), args)).not.toHaveProperty('refused')
  })

  test('names files that are there, and codes that exist', () => {
    const text = read(path)
    const links = [...text.matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, link = '']) => link)
    expect(links.filter(link => !existsSync(join(root, path, '..', link)))).toEqual([])
    const codes = new Set([...rules.map(({ code }) => code), ...Object.keys(loadCodes), ...Object.keys(reviewCodes)])
    expect([...text.matchAll(/\b[A-Z]{3}\d{3}\b/g)].map(([code]) => code).filter(code => !codes.has(code))).toEqual([])
  })
})

test('README names every command', () => {
  const listed = /^## Commands\n([\s\S]*?)(^## |$(?![\s\S]))/m.exec(read('README.md'))?.[1] ?? ''
  expect(Object.keys(commands).filter(name => !listed.includes(`\`${name}\``))).toEqual([])
})

test('README tells what every exit code says', () => {
  const own = Object.keys(commands).filter(name => findingsOf(name) !== findingsOf('show'))
  const rows = [
    ['0', 'every command', clean.en],
    ...own.map(name => ['1', `\`${name}\``, findingsOf(name).en]),
    ['1', 'every other', findingsOf('show').en],
    ['2', 'every command', misuse.en],
  ].map(cells => `| ${cells.join(' | ')} |`)
  expect(read('README.md')).toContain(`| exit code | of | it says |\n|---|---|---|\n${rows.join('\n')}\n`)
})

test('ARCHITECTURE names every room of src, and no other', () => {
  const rows = [...read('src/ARCHITECTURE.md').matchAll(/^\| ((?:`[a-z]+\/`(?:, )?)+) \|/gm)].map(
    ([, cell = '']) => cell,
  )
  const named = rows.flatMap(cell => [...cell.matchAll(/`([a-z]+)\/`/g)].map(([, room = '']) => room))
  const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter(entry => entry.isDirectory())
  expect(named.toSorted()).toEqual(rooms.map(({ name }) => name).sort())
})

test('ARCHITECTURE has two pages of some 600 words', () => {
  expect(read('src/ARCHITECTURE.md').split(/\s+/).length).toBeLessThan(1200)
})

test.each(['src/ARCHITECTURE.md', 'src/DECISIONS.md'])('every file of src that %s names is there', path => {
  const named = [...read(path).matchAll(/`((?:[a-z0-9-]+\/)+[a-z0-9-]+\.ts)`/g)].map(([, file = '']) => file)
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter(file => !existsSync(join(root, 'src', file)))).toEqual([])
})
