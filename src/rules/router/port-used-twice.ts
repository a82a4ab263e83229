import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Network } from '../../model/network.ts'
import { placeKey } from '../../source/source.ts'
import { distinctBy, grouped, meet, overlapping, type Use } from '../grouping.ts'
import { rule } from '../define.ts'
import { thingName } from '../../words/things.ts'
import { portUses, type PortUse } from './port-uses.ts'

export const portUsedTwice = rule({
  code: 'RTR001',
  name: 'port-used-twice',
  severity: 'error',
  title: { id: 'Satu port router dipakai dua kali', en: 'Router port used twice' },
  *check({ network }) {
    for (const { first, later } of distinctBy(
      portClashes(network),
      ({ later: { at } }) => `${at.source.path} ${at.path.join(' ')}`,
    )) {
      const { router, port, share } = later
      yield {
        at: later.at,
        about: [router],
        facts: {
          router: router.id,
          port,
          vlan: share.kind === 'vlan' && first.share.kind === 'vlan' ? share.vlan : undefined,
          first: userName(first),
          later: userName(later),
        },
        related: [
          { at: first.at, message: { id: `dipakai ${userName(first).id}`, en: `used by ${userName(first).en}` } },
        ],
      }
    }
  },
  message: ({ router, port, vlan, first, later }) => ({
    id: `port ${port} di ${router}${vlan === undefined ? '' : `, VLAN ${vlan},`} dipakai ${later.id} dan ${first.id}`,
    en: `port ${port} of ${router}${vlan === undefined ? '' : `, VLAN ${vlan},`} is used by ${later.en} and by ${first.en}`,
  }),
  hint: () => ({
    id: 'pilih port lain, atau beri VLAN sendiri bila keduanya lewat satu port penyedia',
    en: 'choose another port, or a VLAN of its own where both come over one port of a provider',
  }),
})

function userName({ user, implied }: PortUse): Bilingual {
  if (user === 'desk') return { id: 'sebuah meja (desks)', en: 'a desk' }
  if (user === 'local')
    return { id: 'jalan setempat bagi teknisi (local_access)', en: "a technician's local way in (local_access)" }
  if (user !== 'trunk') return thingName(user)
  return implied === undefined
    ? { id: 'trunk ke switch', en: 'the trunk to the switch' }
    : { id: 'trunk bawaan modelnya', en: "the model's own trunk" }
}

interface Clash {
  readonly first: PortUse
  readonly later: PortUse
}

function portClashes(network: Network): Clash[] {
  const ports = Map.groupBy(portUses(network), ({ router, port }) => `${router.id} ${port}`)
  return [...ports.values()].filter(({ length }) => length > 1).flatMap(clashesAt)
}

/**
 * On one day, who needs the port alone clashes with its first user; VLANs clash with their like, and a hand-off's trunk
 * with another trunk.
 */
function clashesAt(uses: readonly PortUse[]): Clash[] {
  if (!uses.some(isAlone)) return [...overlapping(grouped(uses, sharedKey).values(), useOf)]
  return uses.flatMap((later, i) => {
    const first = uses.slice(0, i).find(use => (isAlone(use) || isAlone(later)) && meet(useOf(use), useOf(later)))
    return first === undefined ? [] : [{ first, later }]
  })
}

function useOf({ user, period, at }: PortUse): Use {
  // Trunks and desks have no names: each is another one.
  return { owner: typeof user === 'string' ? `${user} ${placeKey(at)}` : `${user.kind} ${user.id}`, period }
}

function isAlone({ share }: PortUse): boolean {
  return share.kind === 'alone'
}

function sharedKey({ share }: PortUse): string {
  return share.kind === 'vlan' ? `vlan ${share.vlan}` : share.kind
}
