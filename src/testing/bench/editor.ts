import { compile, type CompileInput } from '../../compile.ts'
import { recompiler } from '../../recompile.ts'
import type { Source } from '../../source/source.ts'
import { generate } from '../generate/generate.ts'

/**
 * `npm run bench:editor [SITES]`: one scalar of one site file edited, then a comment above it, each until all findings
 * are there, as a share of a warm compilation of the same files from nothing, in turn in one process. Medians of
 * processor milliseconds.
 */
const [, , size = '600'] = process.argv
const warmUps = 2
const rounds = 5

const base = generate(Number(size))
const day = '2026-06-15'
const inputOf = (sources: readonly Source[], ledger: string): CompileInput => ({
  sources,
  ledger,
  today: day,
  asOf: day,
  entropy: new Uint8Array(16).fill(7),
})
const { ledger } = compile(inputOf(base, ''))
const hosts = /data: \d+/
const site = base.find(({ path, text }) => path.startsWith('opd/') && hosts.test(text))
if (site === undefined) throw new Error('no site with hosts')
const again = recompiler()
again(inputOf(base, ledger))

const measured = Array.from({ length: warmUps + rounds }, (_, i) => {
  const edited = site.text.replace(hosts, `data: ${10 + i}`)
  const full = spent(
    inputOf(
      base.map(source => ({ ...source })),
      ledger,
    ),
    compile,
  )
  return [
    full,
    spent(inputOf(withText(edited), ledger), again),
    spent(inputOf(withText(`# x\n${edited}`), ledger), again),
  ]
}).slice(warmUps)
const [full = 0, scalar = 0, comment = 0] = [0, 1, 2].map(column => median(measured.map(each => each[column] ?? 0)))
console.log(
  JSON.stringify({ sites: Number(size), full, scalar, comment, share: scalar / full, ofComment: comment / full }),
)

/** Every other file stays the value that it is. */
function withText(text: string): Source[] {
  return base.map(source => (source.path === site?.path ? { path: source.path, text } : source))
}

function spent(input: CompileInput, by: (input: CompileInput) => unknown): number {
  const before = process.cpuUsage()
  by(input)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function median(all: number[]): number {
  return all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
}
