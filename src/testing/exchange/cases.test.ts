import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compile } from '../../compile.ts'
import { importArtifacts } from '../../exchange/report/artifacts.ts'
import { fixpoints, inService } from '../../exchange/running/fixpoint.ts'
import { proposedFiles } from '../../exchange/write/files.ts'
import { emptyRegency, imported, knownOf, today } from './base.ts'

/** What offices have, composed after the real kinds, and byte for byte what is proposed for it. */
const folder = join(import.meta.dirname, 'cases')
const regency = emptyRegency()
const known = knownOf(regency)

describe.each(readdirSync(folder).sort())('%s', name => {
  const given = filesIn(join(folder, name, 'in'))

  test('gives the expected proposal, whose things load, and the second time nothing', async () => {
    const proposal = await imported(given, known)
    const files = proposedFiles(proposal.drafts, known.network)
    const written = new Set(files.map(({ path }) => path))
    const after = [...regency.filter(({ path }) => !written.has(path)), ...files]
    const { diagnostics } = compile({ sources: after, ledger: '', today, entropy: new Uint8Array(16) })
    const { drafts } = compile({ sources: inService(after), ledger: '', today, entropy: new Uint8Array(16) })
    const exports = [...given].flatMap(([file, bytes]) =>
      file.endsWith('.rsc') ? [{ file, text: Buffer.from(bytes).toString() }] : [],
    )
    const routers = fixpoints(exports, proposal.drafts, drafts)
    const made = new Map<string, string>()
    for (const { path, content } of importArtifacts(proposal, files, routers))
      made.set(path, Buffer.from(await content()).toString())
    expect(made).toEqual(expected(name, made))
    expect(proposal.cells.used + proposal.cells.leftOut).toBe(proposal.cells.read)
    expect(proposal.drafts.flatMap(({ facts }) => facts.filter(({ from }) => from.length === 0))).toEqual([])

    expect(diagnostics.filter(({ code }) => code.startsWith('LOD')).map(({ message }) => message.en)).toEqual([])
    const then = knownOf(after)
    const again = await imported(given, then)
    expect(proposedFiles(again.drafts, then.network).map(({ path, text }) => `${path}\n${text}`)).toEqual([])
  })
})

function filesIn(path: string): Map<string, Uint8Array> {
  return new Map(
    readdirSync(path)
      .sort()
      .map(name => [name, readFileSync(join(path, name))]),
  )
}

function expected(name: string, made: ReadonlyMap<string, string>): Map<string, string> {
  const path = join(folder, name, 'expected')
  if (process.env['SERAT_UPDATE'] !== undefined) {
    rmSync(path, { recursive: true, force: true })
    for (const [file, text] of made) {
      mkdirSync(dirname(join(path, file)), { recursive: true })
      writeFileSync(join(path, file), text)
    }
  }
  const names = readdirSync(path, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return new Map(
    names.map(entry => {
      const whole = join(entry.parentPath, entry.name)
      return [whole.slice(path.length + 1), readFileSync(whole, 'utf8')]
    }),
  )
}
