import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { describe, it } from 'vitest'
import { shiftedWireguard } from '../lab/agent/wireguard.ts'
import { codeServer } from './code-server.ts'
import { zabbixFrontend } from './zabbix.ts'

/** Debian's Chromium, in which the page is opened. */
export const chromiumPath = '/usr/bin/chromium'

/** What a system test meets on the machine beside Node, and how it is recognised. */
const peers = {
  root: () => process.getuid?.() === 0,
  'network namespaces': canMakeNamespaces,
  FRR: () =>
    ['zebra', 'staticd', 'bfdd', 'ospfd', 'ospf6d', 'bgpd'].every(daemon => existsSync(`/usr/lib/frr/${daemon}`)) &&
    runs('vtysh', '--help'),
  nftables: () => runs('nft', '--version'),
  WireGuard: () => existsSync(shiftedWireguard) && runs('wg', '--version'),
  Prometheus: () => runs('promtool', '--version') && runs('prometheus-alertmanager', '--version'),
  SmokePing: () => existsSync('/usr/sbin/smokeping'),
  'Zabbix import': () => existsSync(zabbixFrontend) && runs('php', '--version'),
  snmpd: () => existsSync('/usr/sbin/snmpd'),
  'code-server': () => existsSync(codeServer),
  Chromium: () => existsSync(chromiumPath),
  'a pseudo terminal': () => runs('script', '--version'),
  LibreOffice: () => runs('soffice', '--version'),
  poppler: () => runs('pdftotext', '-v'),
  'systemd-networkd': () => existsSync('/lib/systemd/systemd-networkd'),
} as const

export type Peer = keyof typeof peers

/** Those of the named peers that this machine lacks. */
export function missingPeers(wanted: readonly Peer[]): readonly Peer[] {
  return wanted.filter(peer => !peers[peer]())
}

/**
 * A group of tests that needs peers: where one is missing it is skipped by name for a person, and fails where
 * `CI=true`.
 */
export function describeWithPeers(title: string, wanted: readonly Peer[], body: () => void): void {
  const missing = missingPeers(wanted)
  if (missing.length === 0) {
    describe(`${title} (met: ${wanted.join(', ')})`, body)
    return
  }
  const named = `${title} (missing: ${missing.join(', ')}; npm run setup:peers)`
  if (process.env['CI'] !== 'true') {
    describe.skip(named, body)
    return
  }
  describe(named, () => {
    it('has its peers', () => {
      throw new Error(`missing: ${missing.join(', ')}`)
    })
  })
}

function runs(program: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function canMakeNamespaces(): boolean {
  const name = `serat-probe-${process.pid}`
  if (!runs('ip', 'netns', 'add', name)) return false
  return runs('ip', 'netns', 'del', name)
}
