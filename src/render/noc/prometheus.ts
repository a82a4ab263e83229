import type { ReceivePowerTable } from '../../model/platform.ts'
import type { Secret } from '../../model/scalars.ts'
import { routerSecretName } from '../../plan/secret-names.ts'
import { compareText } from '../../text/order.ts'
import type { WatchedLight } from './light.ts'
import { tunnelRhythm } from './states.ts'
import type { Watched, WatchedRouter } from './watched.ts'

/** Versions of the peers that these files are written for: what Debian 12 ships. */
export const peers = 'Prometheus 2.42, Alertmanager 0.25, blackbox exporter 0.23, snmp exporter 0.21 (Debian 12)'

/** Asks every router by ICMP and by SNMP, each through its exporter on this machine. */
export function prometheusConfig(network: string, watched: Watched): object {
  const { lights, tunnels } = watched
  const every = `${tunnelRhythm(tunnels).everySeconds}s`
  return {
    global: {
      scrape_interval: '30s',
      scrape_timeout: '10s',
      evaluation_interval: '30s',
      external_labels: { noc: network },
    },
    rule_files: ['rules/*.yml'],
    alerting: { alertmanagers: [{ static_configs: [{ targets: ['127.0.0.1:9093'] }] }] },
    scrape_configs: [
      job({ job_name: 'icmp', metrics_path: '/probe', params: { module: ['icmp_v4'] } }, '127.0.0.1:9115'),
      job(
        {
          job_name: 'snmp',
          metrics_path: '/snmp',
          scrape_interval: '60s',
          scrape_timeout: '30s',
        },
        '127.0.0.1:9116',
        { module: 'serat' },
      ),
      ...(carriersOf(watched).length === 0
        ? []
        : [
            job(
              { job_name: 'tunnels', metrics_path: '/snmp', scrape_interval: every, scrape_timeout: every },
              '127.0.0.1:9116',
              { module: 'serat_tunnels', file: 'targets/tunnels.json' },
            ),
          ]),
      ...lightPlatforms(lights).map(platform =>
        job(
          {
            job_name: `light-${platform}`,
            metrics_path: '/snmp',
            scrape_interval: '60s',
            scrape_timeout: '30s',
          },
          '127.0.0.1:9116',
          { module: `serat_light_${platform}`, file: `targets/light-${platform}.json` },
        ),
      ),
    ],
  }
}

/** Platforms whose ports are asked for the light that they receive. */
export function lightPlatforms(lights: readonly WatchedLight[]): string[] {
  return [...new Set(lights.map(({ platform }) => platform))].sort(compareText)
}

/** Routers of a platform that receive light over a route. */
export function lightTargets({ routers, lights }: Watched, platform: string): string {
  const lit = new Set(lights.map(({ router }) => router))
  return targets({ routers: routers.filter(router => router.platform === platform && lit.has(router.id)) })
}

/** Routers at which a tunnel or an uplink ends. */
export function carriersOf({ routers, tunnels, uplinks }: Watched): WatchedRouter[] {
  const ending = new Set(
    [...tunnels.flatMap(({ ends }) => ends), ...uplinks.map(({ end }) => end)].map(({ router }) => router),
  )
  return routers.filter(({ id }) => ending.has(id))
}

interface Asking {
  /** Module of the exporter, of which every router has its own, with its own secrets. */
  readonly module?: string
  readonly file?: string
}

function job(settings: object, exporter: string, { module, file = 'targets/routers.json' }: Asking = {}): object {
  return {
    ...settings,
    file_sd_configs: [{ files: [file], refresh_interval: '1m' }],
    relabel_configs: [
      { source_labels: ['__address__'], target_label: '__param_target' },
      { source_labels: ['__param_target'], target_label: 'instance' },
      ...(module === undefined
        ? []
        : [{ source_labels: ['router'], target_label: '__param_module', replacement: `${module}_$1` }]),
      { target_label: '__address__', replacement: exporter },
    ],
  }
}

/** Routers with what an alert must say of them. */
export function targets({ routers }: Pick<Watched, 'routers'>): string {
  const groups = routers.map(({ id, address, site, access, platform, circuits, references }) => ({
    targets: [address],
    labels: { router: id, site, access, platform, circuits, references },
  }))
  return JSON.stringify(groups, undefined, 1) + '\n'
}

export const blackboxConfig = {
  modules: {
    icmp_v4: { prober: 'icmp', timeout: '5s', icmp: { preferred_ip_protocol: 'ip4', ip_protocol_fallback: false } },
  },
}

/** The state of ports, by name, as SNMP version 3 tells it, and the light that they receive; the user is the network's, its two secrets are each router's own. */
export function snmpConfig({ user, authentication, privacy }: SnmpLogin, watched: Watched): object {
  const { routers, lights } = watched
  const carriers = new Set(carriersOf(watched))
  return Object.fromEntries(
    routers.flatMap(router => {
      const { id } = router
      const login = {
        version: 3,
        auth: {
          username: user,
          security_level: 'authPriv',
          auth_protocol: 'SHA',
          priv_protocol: 'AES',
          password: `REPLACE_WITH ${routerSecretName(authentication, id)}`,
          priv_password: `REPLACE_WITH ${routerSecretName(privacy, id)}`,
        },
      }
      const lit = lights.find(light => light.router === id)
      return [
        [`serat_${id}`, { ...portStates(router), ...login }],
        ...(carriers.has(router) ? [[`serat_tunnels_${id}`, { ...whatComesIn(router), ...login }]] : []),
        ...(lit === undefined
          ? []
          : [[`serat_light_${lit.platform}_${id}`, { ...receivedPower(lit.table), ...login }]]),
      ]
    }),
  )
}

/** The user of SNMP, and the families of its two secrets. */
export interface SnmpLogin {
  readonly user: string
  readonly authentication: Secret
  readonly privacy: Secret
}

function portStates({ portNameOid }: WatchedRouter): object {
  return {
    walk: ['1.3.6.1.2.1.2.2.1.8', portNameOid],
    metrics: [
      {
        name: 'ifOperStatus',
        oid: '1.3.6.1.2.1.2.2.1.8',
        type: 'gauge',
        help: 'State of a port: 1 up, 2 down (IF-MIB)',
        ...byPort(portNameOid),
      },
    ],
  }
}

/** Octets that came in by each interface, and through which gateways the default leads (ipCidrRouteTable, RFC 2096: of the defaults alone). */
function whatComesIn({ portNameOid }: WatchedRouter): object {
  return {
    walk: ['1.3.6.1.2.1.31.1.1.1.6', portNameOid, '1.3.6.1.2.1.4.24.4.1.7.0.0.0.0'],
    metrics: [
      {
        name: 'ifHCInOctets',
        oid: '1.3.6.1.2.1.31.1.1.1.6',
        type: 'counter',
        help: 'Octets that came in by a port (IF-MIB)',
        ...byPort(portNameOid),
      },
      {
        name: 'ipCidrRouteProto',
        oid: '1.3.6.1.2.1.4.24.4.1.7',
        type: 'gauge',
        help: 'How a route became known (IP-FORWARD-MIB)',
        indexes: [
          { labelname: 'destination', type: 'InetAddressIPv4' },
          { labelname: 'mask', type: 'InetAddressIPv4' },
          { labelname: 'tos', type: 'gauge' },
          { labelname: 'gateway', type: 'InetAddressIPv4' },
        ],
      },
    ],
  }
}

function byPort(portNameOid: string): object {
  return {
    indexes: [{ labelname: 'ifIndex', type: 'gauge' }],
    lookups: [{ labels: ['ifIndex'], labelname: 'ifName', oid: portNameOid, type: 'DisplayString' }],
  }
}

function receivedPower({ nameOid, powerOid }: ReceivePowerTable): object {
  return {
    walk: [nameOid, powerOid],
    metrics: [
      {
        name: 'seratReceivePower',
        oid: powerOid,
        type: 'gauge',
        help: 'Power that an optic receives, in the units of its table',
        indexes: [{ labelname: 'row', type: 'gauge' }],
        lookups: [{ labels: ['row'], labelname: 'portName', oid: nameOid, type: 'DisplayString' }],
      },
    ],
  }
}
