import { describe, expect, it } from 'vitest'
import { releaseEntries } from '../../plan/ledger.ts'
import { withCircuit, withSite } from '../inventory/add.ts'
import { withoutSite } from '../inventory/remove.ts'
import { sourcesOf } from '../inventory/sources-of.ts'
import type { InventoryValue } from '../inventory/value.ts'
import { realBuild } from './build.ts'
import { ledgerLines } from './ledger-lines.ts'
import { siteValue, worldOf } from './world.ts'

/**
 * Five leased offices and a hub whose loopbacks fill their pool to the last address: a pool of eight, of which the
 * first is nobody's.
 */
function full(): InventoryValue {
  const world = worldOf({
    sites: 6,
    cores: 1,
    rings: 0,
    leasedPercent: 100,
    backups: 0,
    pins: { segments: 0, loopbacks: 0, links: 0, vlans: 0 },
    tight: false,
    seed: 1,
  })
  const { addressing } = world.network
  return {
    ...world,
    network: {
      ...world.network,
      addressing: { ...addressing, loopback: { ...addressing.loopback, v4: '10.2.0.0/29' } },
    },
  }
}

const newcomer = 'kantor-baru'

function withNewcomer(world: InventoryValue): InventoryValue {
  const grown = withCircuit(withSite(world, siteValue(newcomer, 'L009UiGS-RM', '7.22.3')), {
    id: 'ckt-baru',
    site: newcomer,
    service: 'ip-vpn',
    role: 'primary',
  })
  if (grown === undefined) throw new Error('no port')
  return grown
}

describe('what a deleted site had', () => {
  const world = full()
  const [gone = ''] = world.sites.filter(site => site.class !== 'hub').map(({ site }) => site)
  const before = realBuild(sourcesOf(world), '')
  const without = withoutSite(world, gone)
  const deleted = realBuild(sourcesOf(without), before.ledger)
  const loopback = ledgerLines(before.ledger).get(`router/${gone}/loopback`)?.value

  it('is retired, with the day', () => {
    expect(before.errors).toEqual([])
    const lines = ledgerLines(deleted.ledger)
    const own = [...lines].filter(([key]) => key.split('/')[1] === gone)
    expect(own.length).toBeGreaterThan(5)
    for (const [key, { retired }] of own) expect(retired, key).toBe('2026-06-01')
  })

  it('is not given to the next site, although no other place is left', () => {
    const refused = realBuild(sourcesOf(withNewcomer(without)), deleted.ledger)
    expect(refused.errors).toEqual([expect.stringMatching(/^ADR005 /)])
    expect(refused.ledger).toBe(deleted.ledger)
  })

  it('is given away once a person has released it', () => {
    const { text, refused } = releaseEntries(deleted.ledger, [`router/${gone}/loopback`])
    expect(refused).toEqual([])
    const after = realBuild(sourcesOf(withNewcomer(without)), text)
    expect(after.errors).toEqual([])
    expect(ledgerLines(after.ledger).get(`router/${newcomer}/loopback`)?.value).toBe(loopback)
  })

  it('comes back to the site itself, where it comes back', () => {
    const back = realBuild(sourcesOf(world), deleted.ledger)
    expect(back.errors).toEqual([])
    expect(back.ledger).toBe(before.ledger)
  })
})
