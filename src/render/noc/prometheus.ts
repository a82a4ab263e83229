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
