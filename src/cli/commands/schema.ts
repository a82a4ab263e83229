import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { command } from '../command.ts'
import { writeWhole } from '../disk/write-whole.ts'
import { flag, value } from '../options.ts'
import { schemaFiles } from '../schemas/files.ts'

export const schema = command({
  name: 'schema',
  about: {
    id: 'Tulis JSON Schema dari berkas inventaris, agar editor memeriksa dan melengkapi saat mengetik.',
    en: "Writes JSON Schemas of the inventory's files, so that editors check and complete while one types.",
  },
  operands: '',
  fewestOperands: 0,
  mostOperands: 0,
  example: 'serat schema',
  options: {
    out: value('FOLDER', 'folder skema (bawaan: .serat/schema)', 'folder of the schemas (default: .serat/schema)'),
    quiet: flag('jangan sebut berkas yang ditulis', 'do not name the files that were written'),
  },
  run(shell, { out = '.serat/schema', quiet }) {
    const folder = resolve(shell.cwd, out)
    mkdirSync(folder, { recursive: true })
    for (const [name, contents] of Object.entries(schemaFiles(shell.language))) {
      writeWhole(join(folder, name), JSON.stringify(contents, null, 2) + '\n')
      if (!quiet) shell.print(`${out}/${name}\n`)
    }
    return 0
  },
})
