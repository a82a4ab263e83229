import { command } from '../command.ts'
import { isEnd, loadInventory } from '../loaded.ts'
import { axes, type Axis } from '../../money/by-axis.ts'
import { nearHint } from '../near.ts'
import { choice, formatOption, historyOptions } from '../options.ts'
import { refuse, type Refusal } from '../shell/refusal.ts'
import type { Shell } from '../shell/shell.ts'
import { tableKinds } from '../../show/kinds.ts'
import { rowsText, tableJson, tableText } from '../tables/print.ts'
import { moneyTable } from '../../show/money.ts'
import type { FilledTable, Filler } from '../../show/table.ts'
import { remark } from '../shell/remark.ts'

const kinds = Object.keys(tableKinds)

export const show = command({
  name: 'show',
  about: {
    id: `Tabel untuk terminal. KIND: ${kinds.join(', ')}.`,
    en: `Tables for a terminal. KIND: ${kinds.join(', ')}.`,
  },
  operands: 'KIND [ID]',
  fewestOperands: 1,
  mostOperands: 2,
  example: 'serat show circuits --format json',
  options: {
    ...historyOptions,
    format: formatOption,
    by: choice(axes, 'sudut untuk money (bawaan: contract)', 'axis for money (default: contract)'),
  },
  run(shell, given, [kind = '', id]) {
    if (!Object.hasOwn(tableKinds, kind)) {
      const near = nearHint(kind, kinds)
      return refuse(
        `tidak ada tabel \`${kind}\`${near.id} Yang ada: ${kinds.join(', ')}`,
        `there is no table \`${kind}\`${near.en} Known: ${kinds.join(', ')}`,
      )
    }
    const loaded = loadInventory(shell, given)
    if (isEnd(loaded)) return loaded
    const { network, plan } = loaded
    const filled = fillerOf(kind as keyof typeof tableKinds, given.by as Axis | undefined)({ network, plan })
    const fault = print(shell, filled, { kind, id, json: given.format === 'json' })
    if (fault !== undefined) return fault
    return loaded.hasErrors
      ? remark(shell, {
          id: 'ada galat di inventaris, jadi tabel ini mungkin tidak lengkap; jalankan `serat check`',
          en: 'the inventory has errors, so this table may not be whole; run `serat check`',
        })
      : 0
  },
})

function fillerOf(kind: keyof typeof tableKinds, by: Axis | undefined): Filler {
  return kind === 'money' && by !== undefined ? moneyTable(by) : tableKinds[kind]
}

interface Wish {
  readonly kind: string
  readonly id: string | undefined
  readonly json: boolean
}

function print(shell: Shell, filled: FilledTable, { kind, id, json }: Wish): Refusal | undefined {
  const rows = id === undefined ? filled.rows : filled.rows.filter(row => row.id === id)
  if (id !== undefined && rows.length === 0) {
    const near = nearHint(id, filled.ids)
    return refuse(`tidak ada \`${id}\` di ${kind}${near.id}`, `no \`${id}\` among the ${kind}${near.en}`)
  }
  const few = id !== undefined && rows.length === 1
  shell.print(
    json
      ? tableJson(filled, rows)
      : few
        ? rowsText(filled, rows, shell.language)
        : tableText(filled, rows, shell.language),
  )
  return undefined
}
