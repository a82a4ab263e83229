import type { JSX } from 'preact'
import type { Contract, Network } from '../../model/network.ts'
import { recordsOf, type ContractRecord } from '../../render/contracts/record.ts'
import { lineColumns } from '../../render/contracts/columns.ts'
import { documentsOf } from '../../render/contracts/documents.ts'
import { registerColumns } from '../../render/contracts/register.ts'
import { table, type Filler } from '../../show/table.ts'
import { remembered } from '../../source/remembered.ts'
import { day } from '../../words/dates.ts'
import { documentWords } from '../../words/declared.ts'
import { messages } from '../messages.ts'
import { FactList } from '../parts/fact-list.tsx'
import { Card } from '../parts/links.tsx'
import { useReader } from '../parts/reader.ts'
import { FilledTableView } from '../parts/table.tsx'
import { useWorld } from '../parts/world-context.ts'

/** Records of all contracts, computed once for a network. */
const contractRecords: (network: Network) => readonly ContractRecord[] = remembered(recordsOf)

/** What the register says of a contract that the table of contracts does not, its lines, and its documents. */
export function ContractPapers({ id }: { readonly id: string }): JSX.Element | null {
  const { say } = useReader()
  const { network, plan } = useWorld()
  const record = contractRecords(network).find(({ contract }) => contract.id === id)
  if (record === undefined) return null
  const filled = table({ rows: () => record.lines, idOf: ({ bought }) => bought.id, columns: lineColumns })({
    network,
    plan,
  })
  return (
    <>
      <Card title={say(messages.register)}>
        <FactList headings={registerColumns} told={({ value }) => value(record)} />
      </Card>
      <Card title={say(messages.documents)}>
        <DocumentList contract={record.contract} network={network} />
      </Card>
      <Card title={say(messages.postings)} wide>
        <FilledTableView table={filled} caption={say(messages.postings)} />
      </Card>
    </>
  )
}

/** Documents in the order of their days, with whether the build has seen that they are what was signed. */
export function DocumentList({
  contract,
  network,
}: {
  readonly contract: Contract
  readonly network: Network
}): JSX.Element {
  const { say } = useReader()
  const papers = documentsOf(contract.declared)
  return (
    <ol class="papers">
      {papers.map((paper, i) => (
        <li key={i}>
          {say(documentWords[paper.kind])}{' '}
          {paper.date !== undefined && <time dateTime={paper.date}>{say(day(paper.date))}</time>}{' '}
          <span class={`badge ${stateOf(paper, network) === 'documentChecked' ? 'good' : 'warn'}`}>
            {say(messages[stateOf(paper, network)])}
          </span>
          {paper.sha256 !== undefined && <code class="hash">{paper.sha256}</code>}
        </li>
      ))}
    </ol>
  )
}

type Paper = ReturnType<typeof documentsOf>[number]

function stateOf(
  { path, sha256 }: Paper,
  { documents }: Network,
): 'documentChecked' | 'documentUnchecked' | 'documentDiffers' {
  const found = path === undefined ? undefined : documents?.get(path)
  if (sha256 === undefined || found === undefined) return 'documentUnchecked'
  return found === sha256 ? 'documentChecked' : 'documentDiffers'
}

/** The register of contracts, a row each, as `register.csv` has it. */
export const registerTable: Filler = table<ContractRecord>({
  rows: ({ network }) => contractRecords(network),
  idOf: ({ contract }) => contract.id,
  columns: registerColumns,
})
