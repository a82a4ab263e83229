import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { command } from '../command.ts'
import { flag, formatOption, inventoryOptions } from '../options.ts'
import { refuse } from '../shell/refusal.ts'

/** Words of small letters, with points between a kind, a group and a key. */
const key = /^[a-z][a-z0-9]*(_[a-z0-9]+)*(\.[a-z][a-z0-9]*(_[a-z0-9]+)*)*$/
const code = /^[A-Za-z]{3}\d{1,4}$/

export const explain = command({
  name: 'explain',
  about: {
    id:
      'CODE: halaman sebuah aturan. KEY: arti sebuah kunci, mis. bandwidth_mbps atau site.router.model. ' +
      'FILE:LINE: berkas inventaris mana yang membuat baris hasil itu, atau praktik mana yang diikutinya; dari berkas ' +
      'inventaris: apa arti baris itu. ' +
      'FILE#LEMBAR!C12: bagian-bagian sel sebuah tabel, dan asalnya. FILE atau --all: setiap baris.',
    en:
      'CODE: the page of a rule. KEY: what a key means, bandwidth_mbps or site.router.model, say. ' +
      'FILE:LINE: which inventory files made that line of an output, or which practice it follows; of a file of the ' +
      'inventory: what that line means. ' +
      'FILE#SHEET!C12: the operands of a cell, and where they stand. FILE or --all: every line.',
  },
  operands: 'CODE | KEY | FILE[:LINE | #SHEET!C12]…',
  fewestOperands: 1,
  mostOperands: 100_000,
  example: 'serat explain out/routers/dishub/dishub.rsc:12',
  options: {
    inventory: inventoryOptions.inventory,
    all: flag('setiap baris dari berkas itu', 'every line of the file'),
    format: formatOption,
  },
  async run(shell, given, targets) {
    const [first = ''] = targets
    const wish = { json: given.format === 'json', all: given.all, inventory: given.inventory }
    const called = first.toLowerCase().replaceAll('-', '_')
    if (targets.length === 1 && !code.test(first) && key.test(called) && !existsSync(resolve(shell.cwd, first)))
      return (await import('../explain/key.ts')).explainKey(shell, called, wish)
    if (targets.length === 1 && /\.yaml:\d+$/.test(first)) {
      const { explainPlace, placeAsked } = await import('../explain/place.ts')
      const place = placeAsked(shell, first, given.inventory)
      if (place !== undefined) return explainPlace(shell, place, wish)
    }
    if (!targets.some(target => code.test(target)))
      return (await import('../explain/output.ts')).explainOutput(shell, targets, wish)
    if (targets.length > 1) return refuse('satu kode sekali tanya', 'one code at a time')
    return (await import('../explain/code.ts')).explainCode(shell, first.toUpperCase(), wish)
  },
})
