import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Intent } from '../../intent/intent.ts'
import { frrDifference, isDropped, normaliseFrr, type Normalised } from '../../testing/frr-compare.ts'
import { checkFrrSyntax, frrLog, loadFrr, startFrr, stopFrr, vtysh, type Frr } from '../../testing/frr.ts'
import { core, leasedSite, ringSite } from '../../testing/linux-intents.ts'
import { addInterfaces, makeNamespace, removeNamespace, type Namespace } from '../../testing/namespace.ts'
import { describeWithPeers } from '../../testing/peers.ts'
import { fileText } from '../../testing/secrets.ts'
import { linuxRenderer } from './linux.ts'

const intents: Readonly<Record<string, () => Intent>> = { 'ring site': ringSite, 'leased site': leasedSite, 'core': core }

/** What the daemons log without anything being wrong: what this kernel lacks, and what a namespace without neighbours says. */
const harmless = [
  /Disabling MPLS support \(no kernel support\)/,
]

describeWithPeers('Linux configurations and live FRR', ['root', 'network namespaces', 'FRR', 'nftables'], () => {
  for (const [title, intent] of Object.entries(intents)) describe(title, () => meetsPeers(intent()))
})

function meetsPeers(intent: Intent): void {
  const files = new Map(linuxRenderer.render(intent).map(file => [file.name, fileText(file.lines)]))
  const frrText = files.get('frr.conf') ?? ''
  const folder = mkdtempSync(join(tmpdir(), 'serat-linux-'))
  const frrFile = join(folder, 'frr.conf')
  const nftFile = join(folder, 'nftables.conf')
  let namespace: Namespace
  let frr: Frr
  let written: Normalised
  let read: Normalised

  beforeAll(async () => {
    writeFileSync(frrFile, frrText)
    writeFileSync(nftFile, files.get('nftables.conf') ?? '')
    namespace = makeNamespace()
    addInterfaces(namespace, interfacesOf(frrText))
    frr = startFrr(namespace)
    loadFrr(frr, frrFile)
    // The daemons hear of interfaces from zebra; what cannot be done shows in their logs within moments.
    await new Promise(resolve => setTimeout(resolve, 1500))
    written = normaliseFrr(frrText)
    read = normaliseFrr(vtysh(frr, 'show running-config'))
  }, 60_000)

  afterAll(async () => {
    if (frr !== undefined) await stopFrr(frr)
    if (namespace !== undefined) removeNamespace(namespace)
    rmSync(folder, { recursive: true })
  }, 30_000)

  it('vtysh knows every word', () => checkFrrSyntax(frrFile))

  it('reads back as written', () => {
    expect(frrDifference(written, read)).toEqual([])
    console.log(`${intent.router.id}: ${read.lines.size} lines read back; dropped: ${[...written.dropped].map(([why, count]) => `${why} ${count}`).join(', ')}`)
  })

  it('misses every line that is taken out', () => {
    const lines = frrText.split('\n')
    const unnoticed = lines.filter((text, i) => !isDropped(text) && frrDifference(normaliseFrr(lines.toSpliced(i, 1).join('\n')), read).length === 0)
    expect(unnoticed).toEqual([])
  })

  it('no daemon logs an error', () => {
    const errors = frrLog(frr).filter(text => /\[EC \d+\]|error|fail|invalid|can't|cannot/i.test(text) && !harmless.some(pattern => pattern.test(text)))
    expect(errors).toEqual([])
  })

  it('nft takes the ruleset, twice', () => {
    namespace.run('nft', '-c', '-f', nftFile)
    namespace.run('nft', '-f', nftFile)
    namespace.run('nft', '-f', nftFile)
    expect(namespace.run('nft', 'list', 'tables').trim()).toBe('table inet serat')
  })
}

/** Interfaces that frr.conf names, apart from the loopback. */
function interfacesOf(frrText: string): readonly string[] {
  return [...frrText.matchAll(/^interface (\S+)$/gm)].flatMap(([, name]) => (name === undefined || name === 'lo' ? [] : name))
}
