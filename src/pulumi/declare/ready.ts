import { renameSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import pulumi from '@pulumi/pulumi'
import { declared, type Declaration } from '../../api/declared.ts'
import { placed, seenFrom } from '../../api/findings.ts'
import { ledgerName } from '../../source/ledger-name.ts'
import type { ProgramPart } from '../compiled.ts'
import { inventoryOf } from '../inventory.ts'
import { readyFrom, type Ready } from '../resources/network.ts'
import type { StackSettings } from '../settings.ts'
import { both } from '../words.ts'
import { writeDeclared } from './write-declared.ts'

/**
 * The inventory of the stack with what a program declares. What is new there gets its numbers here, since no file says
 * so to `serat build`: an update writes them to the ledger before the first resource, a preview only foretells them.
 */
export async function readyWith(things: readonly Declaration[], settings: StackSettings): Promise<Ready> {
  const inventory = inventoryOf(settings)
  const { sources, own, inProgram } = declared(inventory.sources, things)
  const here = seenFrom(settings.inventory, inProgram, shortPath)
  const program: ProgramPart = {
    placed: diagnostics => placed(diagnostics, here),
    settled: () => writeDeclared(settings.inventory, inventory.sources, own),
    record: ledger => record(inventory.ledger, ledger, join(settings.inventory, ledgerName)),
  }
  return readyFrom({ ...inventory, sources }, settings, program)
}

function record(before: string, after: string, path: string): void {
  const had = new Set(before.split('\n'))
  const lines = after.split('\n').filter(line => !had.has(line)).length
  if (pulumi.runtime.isDryRun()) {
    void pulumi.log.info(
      both({
        id: `${lines} baris baru di ${ledgerName}; ditulis saat pemasangan`,
        en: `${lines} new lines in ${ledgerName}; they are written by the update`,
      }),
    )
    return
  }
  writeFileSync(`${path}.new`, after)
  renameSync(`${path}.new`, path)
  void pulumi.log.warn(
    both({
      id: `${lines} baris baru di ${ledgerName}: simpan ke Git`,
      en: `${lines} new lines in ${ledgerName}: commit them`,
    }),
  )
}

function shortPath(path: string): string {
  const from = relative(process.cwd(), path)
  return from.startsWith('..') ? path : from
}
