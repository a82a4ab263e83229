import { resolve } from 'node:path'
import { labelKinds, labelsOf, type Label } from '../../render/labels/labels.ts'
import { labelsPdf } from '../../render/labels/pdf.ts'
import { labelSheets, type LabelSheetName } from '../../render/labels/sheets.ts'
import { namesOfRange } from '../../text/ranges.ts'
import { command } from '../command.ts'
import { writeWhole } from '../disk/write-whole.ts'
import { isEnd, loadInventory } from '../loaded.ts'
import { nearHint } from '../near.ts'
import { choice, inventoryOptions, list, value } from '../options.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import { say } from '../shell/shell.ts'

const sheetNames = Object.keys(labelSheets).filter((name): name is LabelSheetName => Object.hasOwn(labelSheets, name))

export const label = command({
  name: 'label',
  about: {
    id:
      'Label QR untuk tiang, closure, port ODF dan kabel, sebagai PDF untuk lembar label A4 (cetak pada ukuran ' +
      'penuh, tanpa penyesuaian). NAME: id; tanpa nama semuanya. ' +
      'Kode QR membuka laman benda itu di bawah `labels.link` dari network.yaml.',
    en:
      'QR labels for poles, closures, ODF ports and cables, as a PDF for A4 sheets of labels (print at full size, ' +
      'unscaled). NAME: an id; without one, all. ' +
      'A QR code opens the page of its thing under `labels.link` of network.yaml.',
  },
  operands: '[NAME…]',
  fewestOperands: 0,
  mostOperands: 10_000,
  example: 'serat label --kind pole --sheet L7160 --out tiang.pdf',
  options: {
    ...inventoryOptions,
    kind: list('KIND[,KIND…]', `jenis benda: ${labelKinds.join(', ')}`, `kinds of things: ${labelKinds.join(', ')}`),
    sheet: choice(sheetNames, 'lembar label (bawaan: L7160)', 'sheet of labels (default: L7160)'),
    skip: value(
      'N',
      'label pertama yang sudah terpakai pada lembar pertama',
      'labels of the first sheet that are gone already',
    ),
    out: value('FILE', 'berkas PDF (wajib)', 'the PDF file (needed)'),
  },
  async run(shell, given, names) {
    const skip = Number(given.skip ?? 0)
    const sheetName = sheetNames.find(each => each === (given.sheet ?? 'L7160')) ?? 'L7160'
    const sheet = labelSheets[sheetName]
    if (given.out === undefined) return refuse('--out FILE: sebut berkas hasilnya', '--out FILE: name the output file')
    if (!Number.isInteger(skip) || skip < 0 || skip >= sheet.columns * sheet.rows)
      return refuse(
        `--skip ${given.skip}: tulis bilangan bulat dari 0 sampai ${sheet.columns * sheet.rows - 1}`,
        `--skip ${given.skip}: write a whole number from 0 to ${sheet.columns * sheet.rows - 1}`,
      )
    const loaded = loadInventory(shell, { ...given, out: undefined })
    if (isEnd(loaded)) return loaded
    const { network, asOf } = loaded
    const chosen = chosenOf(
      labelsOf(network, labelKinds),
      given.kind.flatMap(words => words.split(',')),
      names,
    )
    if (isRefusal(chosen)) return chosen
    const title = `Label ${network.declared.name}`
    writeWhole(resolve(shell.cwd, given.out), await labelsPdf(chosen, { title, asOf, sheet, skip }))
    const pages = Math.ceil((skip + chosen.length) / (sheet.columns * sheet.rows))
    say(shell, {
      id: `${given.out}: ${chosen.length} label pada ${pages} lembar ${sheetName}; cetak pada ukuran penuh (100 %)`,
      en: `${given.out}: ${chosen.length} labels on ${pages} sheets ${sheetName}; print at full size (100 %)`,
    })
    return loaded.hasErrors ? 1 : 0
  },
})

/** Labels of these kinds and names; a word that means nothing is a refusal. */
function chosenOf(
  all: readonly Label[],
  kinds: readonly string[],
  names: readonly string[],
): readonly Label[] | Refusal {
  const strange = kinds.find(kind => !labelKinds.some(known => known === kind))
  if (strange !== undefined) {
    const near = nearHint(strange, labelKinds)
    return refuse(
      `jenis \`${strange}\` tidak dikenal${near.id} Yang ada: ${labelKinds.join(', ')}`,
      `no kind \`${strange}\`${near.en} Known: ${labelKinds.join(', ')}`,
    )
  }
  const ofKind = all.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
  const asked = names.flatMap(namesOfRange)
  const known = new Set(ofKind.map(({ id }) => id))
  const unknown = asked.find(name => !known.has(name))
  if (unknown !== undefined) {
    const near = nearHint(unknown, [...known])
    return refuse(
      `tidak ada tiang, closure, port atau kabel \`${unknown}\`${near.id}`,
      `there is no pole, closure, port or cable \`${unknown}\`${near.en}`,
    )
  }
  const wanted = new Set(asked)
  return asked.length === 0 ? ofKind : ofKind.filter(({ id }) => wanted.has(id))
}
