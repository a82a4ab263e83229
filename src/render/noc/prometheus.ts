import type { Watched } from './watched.ts'

/** Versions of the peers that these files are written for: what Debian 12 ships. */
export const peers = 'Prometheus 2.42, Alertmanager 0.25, blackbox exporter 0.23, snmp exporter 0.21 (Debian 12)'

/** Asks every router by ICMP and by SNMP, each through its exporter on this machine. */
export function prometheusConfig(network: string): object {
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
          params: { module: ['serat'] },
          scrape_interval: '60s',
          scrape_timeout: '30s',
        },
        '127.0.0.1:9116',
      ),
    ],
  }
}

function job(settings: object, exporter: string): object {
  return {
    ...settings,
    file_sd_configs: [{ files: ['targets/routers.json'], refresh_interval: '1m' }],
    relabel_configs: [
      { source_labels: ['__address__'], target_label: '__param_target' },
      { source_labels: ['__param_target'], target_label: 'instance' },
      { target_label: '__address__', replacement: exporter },
    ],
  }
}

/** Routers with what an alert must say of them. */
export function targets({ routers }: Watched): string {
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

/** The state of ports, by name, as SNMP version 3 tells it; the user is the network's, its two secrets come from the office's store. */
export function snmpConfig(user: string): object {
  return {
    serat: {
      walk: ['1.3.6.1.2.1.2.2.1.8', '1.3.6.1.2.1.31.1.1.1.1'],
      metrics: [
        {
          name: 'ifOperStatus',
          oid: '1.3.6.1.2.1.2.2.1.8',
          type: 'gauge',
          help: 'State of a port: 1 up, 2 down (IF-MIB)',
          indexes: [{ labelname: 'ifIndex', type: 'gauge' }],
          lookups: [{ labels: ['ifIndex'], labelname: 'ifName', oid: '1.3.6.1.2.1.31.1.1.1.1', type: 'DisplayString' }],
        },
      ],
      version: 3,
      auth: {
        username: user,
        security_level: 'authPriv',
        auth_protocol: 'SHA',
        priv_protocol: 'AES',
        password: 'REPLACE_WITH_SNMP_AUTHENTICATION',
        priv_password: 'REPLACE_WITH_SNMP_PRIVACY',
      },
    },
  }
}
