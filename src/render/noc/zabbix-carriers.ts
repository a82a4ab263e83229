import type { Watched, WatchedTunnel, WatchedUplink } from './watched.ts'

/** Of a host of Zabbix, what it asks beside its answer to a ping, by the router's id. */
type ItemsOfHost = ReadonlyMap<string, readonly object[]>

/**
 * What comes in through each tunnel at its core, and the default of each uplink at its core, as items of these hosts.
 */
export function carrierItems({ routers, tunnels, uplinks }: Watched): ItemsOfHost {
  const columns = new Map(routers.map(({ id, portNameOid }) => [id, portNameOid]))
  const incoming = tunnels.flatMap(({ id, ends }) =>
    ends.slice(0, 1).map(({ router, port }) => ({
      host: router,
      item: {
        name: `${id}: masuk / in`,
        type: 'SNMP_AGENT',
        snmp_oid: `1.3.6.1.2.1.31.1.1.1.6["index","${columns.get(router)}","${port}"]`,
        key: `serat.in[${id}]`,
        delay: '30s',
        value_type: 'FLOAT',
        units: 'Bps',
        preprocessing: [{ type: 'CHANGE_PER_SECOND', parameters: [''] }],
      },
    })),
  )
  const ways = uplinks.map(({ id, gateway, end: { router } }) => ({
    host: router,
    item: {
      name: `${id}: jalan ke internet / way to the internet`,
      type: 'SNMP_AGENT',
      snmp_oid: `1.3.6.1.2.1.4.24.4.1.7.0.0.0.0.0.0.0.0.0.${gateway}`,
      key: `serat.default[${id}]`,
      delay: '30s',
    },
  }))
  return new Map(
    [...Map.groupBy([...incoming, ...ways], ({ host }) => host)].map(([host, all]) => [
      host,
      all.map(({ item }) => item),
    ]),
  )
}

/**
 * A circuit is down when nothing comes in at the core of any of its tunnels; an uplink when its core tells no default
 * through it.
 */
export function carrierTriggers({ tunnels, uplinks }: Pick<Watched, 'tunnels' | 'uplinks'>): object[] {
  const circuits = [...Map.groupBy(tunnels, ({ circuit }) => circuit)].map(([circuit, own]) =>
    trigger(`${circuit}: putus / down (${own[0]?.reference})`, own.map(silent).join(' and ')),
  )
  return [...circuits, ...uplinks.map(one => trigger(`${one.id}: putus / down (${one.reference})`, wayless(one)))]
}

function trigger(name: string, expression: string): object {
  return { expression, name, priority: 'AVERAGE' }
}

function silent({ id, ends: [core] }: WatchedTunnel): string {
  return `max(/${core?.router}/serat.in[${id}],2m)=0`
}

/** A row of the table that is gone gives no value. */
function wayless({ id, end: { router } }: WatchedUplink): string {
  return `nodata(/${router}/serat.default[${id}],3m)=1`
}
