import type { ComponentChild, JSX } from 'preact'
import type { Heading, Value } from '../../show/table.ts'
import { cellText } from './cell-text.ts'
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

export function Cell({ value, heading }: { readonly value: Value; readonly heading: Heading }): ComponentChild {
  const { say } = useReader()
  if (value === undefined || value === '') return null
  if (typeof value === 'object') return <Names names={value} kind={kinds[heading.key]} />
  const text = say(cellText(value, heading))
  if (heading.format === 'date') return <time dateTime={String(value)}>{text}</time>
  if (typeof value === 'number' || text !== value) return text
  if (heading.key.startsWith('isolated_') || heading.key.endsWith('_sites') || heading.key.startsWith('sites_'))
    return <Names names={value.split(' ')} kind="site" />
  const kind = kinds[heading.key] ?? /^of:(.+)/.exec(heading.key)?.[1]
  if (kind !== undefined || heading.key === 'thing')
    return value.includes(':') && kind !== 'prefix' ? <NameLink name={value} /> : <Linked id={value} kind={kind} />
  return heading.format === 'code' ? <code>{value}</code> : value
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
