import { hash } from 'node:crypto'
import { stringify } from 'yaml'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Bought, Network } from '../../model/network.ts'
import { word } from '../../model/scalars.ts'
import type { Outage } from './outage.ts'

interface Written {
  /** A list for a file of `downtime/`; empty where there is nothing new. */
  readonly yaml: string
  readonly count: number
  readonly remarks: readonly Bilingual[]
}

/** Outages as tickets of this network. What it has already is left out; so is what names nothing that it buys. */
export function ticketsOf(network: Network, outages: readonly Outage[]): Written {
  const known = new Set([...network.tickets.values()].map(({ bought, declared: { from } }) => keyOf(bought, from)))
  const remarks: Bilingual[] = []
  const tickets = outages.flatMap(outage => {
    const bought = boughtBy(network, outage)
    if (bought === undefined) {
      remarks.push(strange(outage))
      return []
    }
    if (outage.to <= outage.from) {
      remarks.push(reversed(outage))
      return []
    }
    const key = keyOf(bought, outage.from)
    if (known.has(key)) return []
    known.add(key)
    return [ticketOf(bought, outage)]
  })
  const doubles = outages.length - tickets.length - remarks.length
  if (doubles > 0) remarks.push({ id: `${doubles} sudah tercatat`, en: `${doubles} are recorded already` })
  return { yaml: tickets.length === 0 ? '' : stringify(tickets), count: tickets.length, remarks }
}

function ticketOf(bought: Bought, { from, to, cause, source, reference }: Outage): object {
  const stamp = from.replace(/[-: ]/g, '')
  const whole = `tkt-${bought.id}-${stamp.slice(0, 12)}`
  const id = whole.length <= 40 ? whole : `tkt-${hash('sha256', bought.id, 'hex').slice(0, 12)}-${stamp.slice(0, 12)}`
  const evidence = { source, ...(word.safeParse(reference).success ? { reference } : {}) }
  return { ticket: id, circuit: bought.id, from: shortened(from), to: shortened(to), cause, evidence }
}

/** By its own name, its provider's number, or a site that buys one circuit alone. */
function boughtBy({ circuits, uplinks, index }: Network, { names }: Outage): Bought | undefined {
  for (const name of names) {
    const named = circuits.get(name) ?? uplinks.get(name)
    if (named !== undefined) return named
    const numbered = [...circuits.values(), ...uplinks.values()].filter(({ terms }) =>
      terms.some(({ declared }) => declared.providerRef === name),
    )
    const [only, ...others] = numbered.length > 0 ? numbered : (index.circuitsOfSite.get(name) ?? [])
    if (only !== undefined && others.length === 0) return only
  }
  return undefined
}

function keyOf({ kind, id }: Bought, from: string): string {
  return `${kind} ${id} ${shortened(from.length === 16 ? `${from}:00` : from)}`
}

/** Whole minutes are written without seconds. */
function shortened(moment: string): string {
  return moment.endsWith(':00') ? moment.slice(0, 16) : moment
}

function strange({ where, names }: Outage): Bilingual {
  const name = names[0] ?? ''
  return {
    id: `${where.id}: \`${name}\` bukan sirkuit, nomor layanan, atau situs dengan satu sirkuit; dilewati`,
    en: `${where.en}: \`${name}\` is no circuit, service number, or site with one circuit; left out`,
  }
}

function reversed({ where, from, to }: Outage): Bilingual {
  return {
    id: `${where.id}: berakhir (${to}) sebelum mulai (${from}); dilewati`,
    en: `${where.en}: ends (${to}) before it begins (${from}); left out`,
  }
}
