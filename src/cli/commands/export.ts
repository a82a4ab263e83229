import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { exportArtifacts, exportFormats } from '../../exchange/export/export.ts'
import { inventoryHash, manifest } from '../../render/manifest.ts'
import { command } from '../command.ts'
import { healOutput, outputRefusal, settled, writeOutput } from '../disk/output-folder.ts'
import { isEnd, loadInventory } from '../loaded.ts'
import { nearHint } from '../near.ts'
import { flag, inventoryOptions, value } from '../options.ts'
import { refuse } from '../shell/refusal.ts'

export const exportNetwork = command({
  name: 'export',
  about: {
    id:
      `Situs, struktur dan kabel dalam format orang lain: ${exportFormats.join(', ')}. ` +
      'README.md di folder itu menyebut apa yang tidak dapat dibawa. ' +
      'Dengan --empty formulir kosong yang diisi kantor dan dibaca serat import.',
    en:
      `Sites, structures and cables in the formats of others: ${exportFormats.join(', ')}. README.md in the folder ` +
      'says what could not be carried. With --empty the form that an office fills and serat import reads.',
  },
  operands: 'FORMAT',
  fewestOperands: 1,
  mostOperands: 1,
  example: 'serat export xlsx --empty --out formulir',
  options: {
    ...inventoryOptions,
    out: value('FOLDER', 'folder hasil (wajib)', 'the output folder (needed)'),
    empty: flag('hanya judul kolom: formulir', 'column names alone: a form'),
  },
  async run(shell, given, [word = '']) {
    const format = exportFormats.find(each => each === word)
    if (format === undefined) {
      const near = nearHint(word, exportFormats)
      return refuse(
        `format \`${word}\` tidak dikenal${near.id} Yang ada: ${exportFormats.join(', ')}`,
        `no format \`${word}\`${near.en} Known: ${exportFormats.join(', ')}`,
      )
    }
    if (given.out === undefined)
      return refuse('--out FOLDER: sebut folder hasilnya', '--out FOLDER: name the output folder')
    const loaded = loadInventory(shell, { ...given, out: undefined })
    if (isEnd(loaded)) return loaded
    const { network, plan, asOf } = loaded
    const out = settled(resolve(shell.cwd, given.out))
    const refusal = outputRefusal(out, loaded.folder)
    if (refusal !== undefined) return refusal
    mkdirSync(dirname(out), { recursive: true })
    healOutput(out)
    const hash = inventoryHash(loaded.inventory.sources)
    const written = await writeOutput(
      out,
      exportArtifacts(format, { network, plan, asOf }, given.empty ? 'form' : 'everything'),
      entries => manifest(entries, { inventoryHash: hash, asOf }),
    )
    for (const { path } of written) shell.print(`${given.out}/${path}\n`)
    return loaded.hasErrors ? 1 : 0
  },
})
