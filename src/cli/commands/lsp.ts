import { join, resolve } from 'node:path'
import { command, type ExitCode } from '../command.ts'
import { inventoryOptions } from '../options.ts'
import { dayOfMachine } from '../shell/shell.ts'
import { tracesOf } from '../traces.ts'

/** The editor starts it and speaks to it; nothing is printed. */
export const lsp = command({
  name: 'lsp',
  about: {
    id:
      'Server bahasa untuk penyunting teks (protokol LSP, lewat stdin dan stdout): temuan selagi mengetik, ' +
      'pelengkapan, keterangan, lompat, ganti nama.',
    en: 'Language server for editors (LSP over stdin and stdout): findings while typing, completion, hovers, navigation, renames.',
  },
  operands: '',
  fewestOperands: 0,
  mostOperands: 0,
  example: 'serat lsp --lang en',
  options: inventoryOptions,
  async run(shell, given): Promise<ExitCode> {
    const { serve } = await import('../../lsp/server.ts')
    await serve({
      language: shell.language,
      today: dayOfMachine,
      asOf: given['as-of'],
      inventory: given.inventory === undefined ? undefined : resolve(shell.cwd, given.inventory),
      traces: ({ cwd, folder }, ledger, network) =>
        tracesOf({ cwd, folder, ledger, outputs: [join(cwd, 'out')] }, network),
    })
    return 0
  },
})
