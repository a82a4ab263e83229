import { compile } from '../../compile.ts'
import { places } from '../../load/kinds.ts'
import { readInventory } from '../../source/read.ts'

/**
 * Prints the processor milliseconds, of the main thread, of one `compile` of the inventory in a folder, the first in
 * its process; reading it is not among them.
 */
const [, , folder = ''] = process.argv
const { sources, ledger, documents, diagnostics } = readInventory(folder, places)
const start = process.threadCpuUsage()
compile({
  sources,
  reading: diagnostics,
  ledger,
  documents,
  today: '2026-06-01',
  entropy: new Uint8Array(16),
  traces: 'none-wanted',
})
const { user, system } = process.threadCpuUsage(start)
process.stdout.write(String((user + system) / 1000))
