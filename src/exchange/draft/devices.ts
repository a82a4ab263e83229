import { addressText, contains, parsePrefix } from '../../model/ip.ts'
import type { Network } from '../../model/network.ts'
import { plainName } from '../mapping/fields.ts'
import { factOf, type Draft, type Drafting, type Fact, type MappedRow } from './draft.ts'
import { routerFacts } from './router.ts'
import { remarkOn } from '../table.ts'

/**
 * Sites with what tables of devices say of their routers: the first router of a site, since a site has one. What is no
 * router is said to be left out.
 */
export function withDevices(drafts: readonly Draft[], rows: readonly MappedRow[], drafting: Drafting): Draft[] {
  const sites = new Map(drafts.filter(({ kind }) => kind === 'site').map(draft => [draft.id, draft]))
  const bySite = new Map(
    [...sites.values()].flatMap(draft =>
      [draft.id, draft.ref, String(draft.facts.find(({ key }) => key === 'name')?.value ?? '')].map(
        name => [plainName(name), draft.id] as const,
      ),
    ),
  )
  const done = new Set<string>()
  const made = new Map(sites)
  for (const mapped of rows) {
    const id = bySite.get(plainName(mapped.text('site')))
    const draft = id === undefined ? undefined : made.get(id)
    const why = reasonNot(drafting.network, mapped, draft, done)
    if (why !== undefined || draft === undefined) {
      drafting.remark(remarkOn(mapped.row, 'left-out', why ?? noSite))
      continue
    }
    done.add(draft.id)
    made.set(draft.id, withRouter(draft, mapped, drafting))
  }
  return drafts.map(draft => (draft.kind === 'site' ? (made.get(draft.id) ?? draft) : draft))
}

const noSite = { id: 'situsnya tidak ada dalam impor ini', en: 'its site is not in this import' }
const noRouter = { id: 'bukan router', en: 'no router' }
const second = { id: 'situs ini sudah punya router', en: 'its site has a router already' }

function reasonNot(
  { sites }: Network,
  mapped: MappedRow,
  draft: Draft | undefined,
  done: ReadonlySet<string>,
): Fact['why'] {
  const kind = plainName(mapped.text('kind'))
  if (kind !== '' && !/\b(router|gateway|core|cpe|mikrotik)\b/.test(kind)) return noRouter
  if (draft === undefined) return noSite
  return done.has(draft.id) || sites.has(draft.id) ? second : undefined
}

/** The router of a draft as the device says it; the row names the model and the serial number. */
function withRouter(draft: Draft, mapped: MappedRow, { network, plan }: Drafting): Draft {
  const facts = draft.facts.filter(({ key }) => !key.startsWith('router'))
  const named =
    mapped.text('ref') === ''
      ? []
      : [factOf('(device)', mapped.text('ref'), mapped.spot('ref', 'name', 'site', 'kind'))]
  const address = parsePrefix(mapped.text('ipAddress').replace(/\/32$/, '').concat('/32'))
  const loopback =
    address !== undefined && contains(plan.loopbacks.v4, address)
      ? [factOf('router.loopback', addressText(address), mapped.spot('ipAddress'))]
      : []
  return { ...draft, facts: [...facts, ...routerFacts(network, mapped), ...loopback, ...named] }
}
