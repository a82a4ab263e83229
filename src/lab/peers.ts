import { existsSync } from 'node:fs'
import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { answerOf } from './run.ts'

/** What a lab needs of the machine and does not find. */
export function missingForLab(): readonly Bilingual[] {
  const missing: Bilingual[] = []
  if (process.platform !== 'linux') return [{ id: 'Linux', en: 'Linux' }]
  if (process.getuid?.() !== 0) missing.push({ id: 'hak root (jalankan dengan sudo)', en: 'root (run it with sudo)' })
  if (answerOf('ip', '-V') === undefined)
    missing.push({ id: 'perintah `ip` (paket Debian iproute2)', en: 'the command `ip` (Debian package iproute2)' })
  const daemons = ['zebra', 'staticd', 'bfdd', 'ospfd', 'ospf6d', 'bgpd']
  if (!daemons.every(name => existsSync(`/usr/lib/frr/${name}`)) || !existsSync('/usr/bin/vtysh'))
    missing.push({ id: 'FRR (paket Debian frr)', en: 'FRR (Debian package frr)' })
  if (answerOf('nft', '--version') === undefined)
    missing.push({ id: 'nftables (paket Debian nftables)', en: 'nftables (Debian package nftables)' })
  if (!existsSync('/usr/bin/python3'))
    missing.push({ id: 'Python (paket Debian python3)', en: 'Python (Debian package python3)' })
  return missing
}
