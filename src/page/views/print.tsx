import type { JSX } from 'preact'
import { messages } from '../messages.ts'
import { useReader } from '../parts/reader.ts'
import { FilledTableView } from '../parts/table.tsx'
import { useWorld } from '../parts/world-context.ts'
import { registerTable } from './contract-papers.tsx'

const keys = [
  'contract',
  'number',
  'title',
  'provider_name',
  'rup_id',
  'signed',
  'from',
  'to',
  'excl_ppn_rupiah',
  'ppn_rupiah',
  'incl_ppn_rupiah',
  'circuits',
  'budget',
]

/** The register of contracts for paper, with room for signatures. */
export function PrintView(): JSX.Element {
  const { say } = useReader()
  const world = useWorld()
  const table = registerTable(world)
  const columns = keys.flatMap(key => table.columns.filter(column => column.key === key))
  return (
    <article>
      <h1>{say(messages.register)}</h1>
      <FilledTableView table={table} columns={columns} caption={say(messages.register)} title="hidden" />
      <div class="signatures">
        {[messages.checkedBy, messages.knownBy].map(words => (
          <div key={words.en}>
            <p>{say(words)}</p>
            <p class="line">{say(messages.signature)}</p>
          </div>
        ))}
      </div>
    </article>
  )
}
