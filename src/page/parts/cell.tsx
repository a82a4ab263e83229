import type { ComponentChild, JSX } from 'preact'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Heading, Value } from '../../show/table.ts'
import { day } from '../../words/dates.ts'
import * as declared from '../../words/declared.ts'
import * as states from '../../words/states.ts'
import { number, rupiah } from '../../words/figures.ts'
import { structures } from '../../words/things.ts'
import { Linked, NameLink } from './links.tsx'
import { useReader } from './reader.ts'

/** Columns whose values name things of one kind. */
const kinds: Readonly<Record<string, string>> = {
  site: 'site',
  sites: 'site',
  tenant: 'tenant',
  tenants: 'tenant',
  router: 'router',
  circuit: 'circuit',
  circuits: 'circuit',
  uplink: 'uplink',
  provider: 'provider',
  contract: 'contract',
  contracts: 'contract',
  successor: 'contract',
  budget: 'budget',
  route: 'route',
  routes: 'route',
  handoff: 'handoff',
  zone: 'zone',
  reaches: 'zone',
  cable: 'cable',
  odf: 'structure',
  segments: 'segment',
  waiver: 'waiver',
  prefix: 'prefix',
  v4: 'prefix',
  v6: 'prefix',
  isolated_sites: 'site',
  sites_without_internet: 'site',
  sites_on_backup: 'site',
  exposed_sites: 'site',
}

/** Columns that hold a code of the model, with its words. */
const words: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  class: declared.classWords,
  connection: declared.connectionWords,
  quality: declared.qualityWords,
  status: declared.statusWords,
  role: { ...declared.roleWords, ...states.routerRoleWords },
  service: declared.serviceWords,
  form: declared.formWords,
  method: declared.methodWords,
  kind: { ...declared.tenantWords, ...states.addressWords, ...declared.spanWords, ...structures },
  state: { ...states.stateWords, ...states.coreWords },
}

export function Cell({ value, heading }: { readonly value: Value; readonly heading: Heading }): ComponentChild {
  const { say } = useReader()
  if (value === undefined || value === '') return null
  if (typeof value === 'object') return <Names names={value} kind={kinds[heading.key]} />
  if (typeof value === 'number')
    return (
      <>
        {say(
          heading.format === 'rupiah'
            ? rupiah(value)
            : heading.format === 'decimal'
              ? number(value, 7)
              : plainNumber(value, heading),
        )}
      </>
    )
  if (heading.format === 'date') return <time dateTime={value}>{say(day(value))}</time>
  const word = own(words[heading.key], value)
  if (word !== undefined) return <>{say(word)}</>
  if (heading.key.startsWith('isolated_') || heading.key.endsWith('_sites') || heading.key.startsWith('sites_'))
    return <Names names={value.split(' ')} kind="site" />
  const kind = kinds[heading.key]
  if (kind !== undefined || heading.key === 'thing')
    return value.includes(':') && kind !== 'prefix' ? <NameLink name={value} /> : <Linked id={value} kind={kind} />
  return heading.format === 'code' ? <code>{value}</code> : value
}

function own(table: Readonly<Record<string, Bilingual>> | undefined, key: string): Bilingual | undefined {
  return table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined
}

/** Years and numbers of an AS are names, not amounts. */
function plainNumber(value: number, { key }: Heading): Bilingual {
  return ['year', 'budget_year', 'as', 'vlan', 'hub_vlan', 'port', 'core', 'family'].includes(key)
    ? { id: String(value), en: String(value) }
    : number(value)
}

function Names({ names, kind }: { readonly names: readonly string[]; readonly kind: string | undefined }): JSX.Element {
  return (
    <span class="names">
      {names.map(name => (
        <span key={name}>
          {name.includes(':') && kind !== 'prefix' ? <NameLink name={name} /> : <Linked id={name} kind={kind} />}
        </span>
      ))}
    </span>
  )
}
