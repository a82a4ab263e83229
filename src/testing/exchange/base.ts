import { compile } from '../../compile.ts'
import { answersOf } from '../../edit/begin/answers.ts'
import { firstInventory } from '../../edit/begin/inventory.ts'
import { propose, type Proposal } from '../../exchange/propose.ts'
import { readFile } from '../../exchange/read/read.ts'
import { isUnread, type Remark, type Table } from '../../exchange/table.ts'
import { fromUtm } from '../../exchange/values/utm.ts'
import type { Network } from '../../model/network.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Source } from '../../source/source.ts'

export const today = '2026-11-02'

/** What a regency that has just begun holds: its hub in the middle of the invented points of the cases. */
export function emptyRegency(at = '-7.702500,110.606100'): Source[] {
  const answers = answersOf({ name: 'Kabupaten Uji', at, hub: 'pusat' }, today)
  if (!('network' in answers)) throw new Error(answers.map(({ en }) => en).join('\n'))
  return firstInventory(answers)
}

export interface Known {
  readonly network: Network
  readonly plan: Plan
}

export function knownOf(sources: readonly Source[], ledger = ''): Known {
  const { network, plan, diagnostics } = compile({ sources, ledger, today, entropy: new Uint8Array(16) })
  if (network === undefined || plan === undefined)
    throw new Error(diagnostics.map(({ message }) => message.en).join('\n'))
  return { network, plan }
}

/** Files of an office held against an inventory. */
export async function imported(files: ReadonlyMap<string, Uint8Array>, known: Known): Promise<Proposal> {
  const tables: Table[] = []
  const remarks: Remark[] = []
  for (const [name, bytes] of files) {
    if (/\.(dbf|prj|cpg)$/.test(name)) continue
    const told = await readFile(name, bytes, ending => files.get(name.replace(/[^.]*$/, ending)))
    if (isUnread(told)) throw new Error(`${name}: ${told.unread.en}`)
    tables.push(...told.tables)
    remarks.push(...told.remarks)
  }
  return propose({ tables, remarks, saved: undefined, ...known, fromUtm: await fromUtm() })
}
