import type { JSX } from 'preact'
import { parseLedger, ledgerPath } from '../../plan/ledger.ts'
import type { Cargo } from '../../render/page/cargo.ts'
import type { FilledTable } from '../../show/table.ts'
import { remembered } from '../../source/remembered.ts'
import { day } from '../../words/dates.ts'
import { number } from '../../words/figures.ts'
import { messages } from '../messages.ts'
import { CheckLine, useCheck } from '../parts/check-line.tsx'
import { Card, ThingLink } from '../parts/links.tsx'
import { More } from '../parts/more.tsx'
import { usePaged } from '../parts/paged.ts'
import { useReader } from '../parts/reader.ts'
import { WithoutList } from '../parts/without.tsx'
import { FilledTableView } from '../parts/table.tsx'
import { useDesk } from '../parts/world-context.ts'
import { shownTable } from '../things/facts.ts'
import { DocumentList } from './contract-papers.tsx'

/** What the page stands on, and how anybody can check it. */
export function EvidenceView(): JSX.Element {
  const { say, to } = useReader()
  const { base } = useDesk()
  const { cargo } = base
  const setBy = { command: messages.byCommand, network: messages.byNetwork, calendar: messages.byCalendar }[
    cargo.daySetBy
  ]
  const rows = [
    [messages.inventoryHash, <code class="hash">{cargo.inventoryHash}</code>],
    [
      messages.commit,
      cargo.commit === undefined ? say(messages.uncommitted) : <code class="hash">{cargo.commit}</code>,
    ],
    [messages.day, say(day(cargo.asOf))],
    [messages.daySetBy, say(setBy)],
    [messages.version, cargo.version],
  ] as const
  return (
    <article>
      <h1>{say(messages.evidence)}</h1>
      <CheckLine evidence="here" />
      <div class="cards">
        <Card title={say(messages.origin)}>
          <dl class="facts">
            {rows.map(([words, value]) => (
              <div key={words.en}>
                <dt>{say(words)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Card>
        <Card title={say(messages.howToVerify)}>
          <p class="quiet">{say(messages.verifyNote)}</p>
          <pre class="code">
            {[
              `serat build${cargo.daySetBy === 'network' ? '' : ` --as-of ${cargo.asOf}`} --out out-lagi`,
              'diff out/manifest.json out-lagi/manifest.json',
              'serat verify out',
              'sha256sum out/routers/*/*',
            ].join('\n')}
          </pre>
        </Card>
        <WithoutCard />
        <PapersCard />
        <Card title={say(messages.waivers)} wide>
          <FilledTableView table={shownTable(base, 'waivers')} caption={say(messages.waivers)} />
        </Card>
        <LedgerCard />
        <ManifestCard />
      </div>
      <p class="quiet">
        Preact (MIT), Leaflet (BSD-2-Clause), js-yaml (MIT), zod (MIT), noble-hashes (MIT), fflate (MIT), csv (MIT),
        geolib (MIT), ip-address (MIT). <a href={to('file')}>{say(messages.files)}</a>
      </p>
    </article>
  )
}

/** What was left out of the page, and what that means for what it says. */
function WithoutCard(): JSX.Element | null {
  const { say } = useReader()
  const { cargo } = useDesk().base
  if (cargo.without.length === 0) return null
  return (
    <Card title={say(messages.withoutFiles)} wide>
      <p>{say(messages.withoutNote)}</p>
      <WithoutList cargo={cargo} />
    </Card>
  )
}

const mostPapers = 15

/** Contracts with what the law asks of them, their documents in the order of their days. */
function PapersCard(): JSX.Element {
  const { say } = useReader()
  const { network } = useDesk().base
  const { most, more } = usePaged(mostPapers)
  return (
    <Card title={say(messages.contractsPapers)} wide>
      {[...network.contracts.values()].slice(0, most).map(contract => (
        <section key={contract.id} class="paper">
          <h3>
            <ThingLink thing={contract} /> {contract.declared.number}
          </h3>
          <p class="quiet">
            RUP {contract.declared.rupId ?? say(messages.nothing)} · NPWP {contract.provider.declared.npwp} ·{' '}
            {contract.declared.signed === undefined ? '' : say(day(contract.declared.signed))}
          </p>
          <DocumentList contract={contract} network={network} />
        </section>
      ))}
      {network.contracts.size > most && <More onMore={more} />}
    </Card>
  )
}

/** Entries of the ledger that the page carries, by kind. */
const ledgerGroups = remembered(({ ledger }: Cargo) => [
  ...Map.groupBy(parseLedger(ledger).value.entries, ([key]) => key.split('/')[0] ?? ''),
])

function LedgerCard(): JSX.Element {
  const { say, to } = useReader()
  const { base } = useDesk()
  const groups = ledgerGroups(base.cargo)
  return (
    <Card title={say(messages.ledgerHistory)}>
      <dl class="facts">
        {groups.map(([kind, list]) => (
          <div key={kind}>
            <dt>{kind}</dt>
            <dd>
              {say(number(list.length))}
              {list.some(([, { retired }]) => retired !== undefined) && (
                <span class="quiet">
                  {' '}
                  {say(messages.retired)}: {list.filter(([, { retired }]) => retired !== undefined).length}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={to('file', ledgerPath)}>{ledgerPath}</a>
      </p>
    </Card>
  )
}

function ManifestCard(): JSX.Element {
  const { say } = useReader()
  const { base } = useDesk()
  const different = new Set(useCheck()?.different ?? [])
  const table = manifestTable(base.cargo)
  return (
    <Card title={say(messages.manifest)} wide>
      <FilledTableView
        table={table}
        caption={say(messages.manifest)}
        extra={{
          title: say(messages.checkHere),
          cell: ({ id }) => <ManifestLink path={id} differs={different.has(id)} />,
        }}
      />
    </Card>
  )
}

const manifestTable = remembered(({ artifacts }: Cargo): FilledTable => {
  const columns = [
    { key: 'artifact', title: messages.path, format: 'text' as const, width: 40 },
    { key: 'bytes', title: messages.bytes, format: 'integer' as const, width: 10 },
    { key: 'sha256', title: messages.hash, format: 'code' as const, width: 64 },
  ]
  const rows = artifacts.map(([path, sha256, bytes]) => ({
    id: path,
    cells: new Map<string, string | number>([
      ['artifact', path],
      ['bytes', bytes],
      ['sha256', sha256],
    ]),
  }))
  return { ids: [], columns, narrow: columns, rows }
})

function ManifestLink({ path, differs }: { readonly path: string; readonly differs: boolean }): JSX.Element {
  const { say, to } = useReader()
  return (
    <a href={to('artifact', path)}>
      {say(messages.openFile)} {differs && <span class="badge bad">{say(messages.documentDiffers)}</span>}
    </a>
  )
}
