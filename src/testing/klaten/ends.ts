import { addressIn } from './address.ts'
import { tunnelsOf, type CircuitFacts, type SegmentFacts, type TunnelFacts, type UplinkFacts } from './facts.ts'
import { commands, viewOf, type View } from './world.ts'

/** What a router has two ends of, by the YAML, and what one end says of it in its file. */

export function segmentInterface({ id }: SegmentFacts): string {
  return `vlan-${id}`
}

export function circuitsAt({ world, router }: View): CircuitFacts[] {
  return router.core ? [] : world.facts.circuits.filter(({ site }) => site.id === router.id)
}

export function uplinksAt({ world, router }: View): UplinkFacts[] {
  return world.facts.uplinks.filter(uplink => uplink.router === router.id)
}

export function tunnelsAt({ world, router }: View): TunnelFacts[] {
  return tunnelsOf(world.facts).filter(({ circuit, core }) =>
    router.core ? core === router.id : circuit.site.id === router.id,
  )
}

export function tunnelName({ circuit, end }: TunnelFacts): string {
  return `wg-${circuit.circuit}-${end}`
}

export interface LinkPort {
  readonly route: string
  readonly port: string
  readonly speed: number
  readonly mtu: number
  readonly far: { readonly router: string; readonly port: string }
}

export function linkPorts({ world, router }: View): LinkPort[] {
  return world.facts.links.flatMap(({ route, a, b, speed_mbps: speed, mtu = 1500 }) =>
    [
      [a, b],
      [b, a],
    ].flatMap(([own, far]): LinkPort[] =>
      own === undefined || far === undefined || own.router !== router.id
        ? []
        : [{ route, port: own.port, speed, mtu, far }],
    ),
  )
}

/** What one end of a fibre link says: all of it has to mirror at the other. */
export interface LinkEnd {
  readonly v4: string | undefined
  readonly v6: string | undefined
  readonly mtu: string | undefined
  readonly cost: string | undefined
  readonly cost3: string | undefined
  /** `md5 ospf/backbone` */
  readonly key: string | undefined
  readonly interval: string | undefined
  readonly multiplier: string | undefined
  /** Both protocols ask BFD. */
  readonly watched: boolean
}

export function linkEnd(view: View, port: string): LinkEnd {
  return view.router.platform === 'linux' ? linuxEnd(view, port) : routerosEnd(view, port)
}

export function farEnd(view: View, { far }: LinkPort): LinkEnd {
  return linkEnd(viewOf(view.world, far.router), far.port)
}

function routerosEnd(view: View, port: string): LinkEnd {
  const word = (menu: string, key: string, words: Readonly<Record<string, string>>): string | undefined =>
    commands(view, menu, words)[0]?.words.get(key)
  const v2 = commands(view, '/routing ospf interface-template', {
    interfaces: port,
    area: 'backbone-v2',
    type: 'ptp',
  })[0]?.words
  const v3 = commands(view, '/routing ospf interface-template', {
    interfaces: port,
    area: 'backbone-v3',
    type: 'ptp',
  })[0]?.words
  const bfd = commands(view, '/routing bfd configuration', { interfaces: port })[0]?.words
  const auth = v2?.get('auth')
  return {
    v4: word('/ip address', 'address', { interface: port }),
    v6: word('/ipv6 address', 'address', { interface: port }),
    mtu: word('/interface ethernet', 'mtu', { 'default-name': port }),
    cost: v2?.get('cost'),
    cost3: v3?.get('cost'),
    key: auth === undefined ? undefined : `${auth} ${v2?.get('auth-key')}`,
    interval: bfd?.get('min-tx')?.replace('ms', ''),
    multiplier: bfd?.get('multiplier'),
    watched: v2?.get('use-bfd') === 'yes' && v3?.get('use-bfd') === 'yes',
  }
}

function linuxEnd({ entries }: View, port: string): LinkEnd {
  const block = entries.filter(({ menu }) => menu === `interface ${port}`).map(({ text }) => text)
  const after = (words: string): string | undefined =>
    block.find(text => text.startsWith(`${words} `))?.slice(words.length + 1)
  const profile = after('ip ospf bfd profile')
  const timer = (words: string): string | undefined =>
    timerOf(
      entries.map(({ menu, text }) => (menu === 'bfd' ? text : '')),
      profile,
      words,
    )
  const key = after('ip ospf message-digest-key 1')
  return {
    v4: after('ip address'),
    v6: after('ipv6 address'),
    mtu: entries
      .find(({ file, text }) => file === `networkd/20-${port}.network` && text.startsWith('MTUBytes='))
      ?.text.slice('MTUBytes='.length),
    cost: after('ip ospf cost'),
    cost3: after('ipv6 ospf6 cost'),
    key: block.includes('ip ospf authentication message-digest') ? key : undefined,
    interval: timer('transmit-interval'),
    multiplier: timer('detect-multiplier'),
    watched:
      profile !== undefined &&
      block.includes('ip ospf bfd') &&
      block.includes('ipv6 ospf6 bfd') &&
      after('ipv6 ospf6 bfd profile') === profile,
  }
}

function timerOf(lines: readonly string[], profile: string | undefined, words: string): string | undefined {
  const start = lines.indexOf(`profile ${profile}`)
  return start < 0
    ? undefined
    : lines
        .slice(start, start + 5)
        .find(text => text.startsWith(words))
        ?.slice(words.length + 1)
}

/** Where a tunnel of this view's router is reached from outside, by the far end's own file. */
export function outerAddress(view: View, { circuit, uplink }: TunnelFacts, at: 'core' | 'site'): string | undefined {
  const on = (id: string, name: string): string | undefined => {
    const address = commands(viewOf(view.world, id), '/ip address', { interface: name })[0]?.words.get('address')
    return address === undefined ? undefined : addressIn(address)
  }
  if (at === 'site') return on(circuit.site.id, circuit.site.port)
  return uplink === undefined ? undefined : on(uplink.router, uplink.port)
}

/** The core's outer address over a hand-off. */
export function handoffAddress(view: View, { circuit, core }: TunnelFacts): string | undefined {
  const port = view.world.facts.network.handoffs[circuit.hub?.handoff ?? '']?.ports.find(
    ({ router }) => router === core,
  )?.port
  const address = commands(viewOf(view.world, core), '/ip address', {
    interface: `${port}.${circuit.hub?.vlan}`,
  })[0]?.words.get('address')
  return address === undefined ? undefined : addressIn(address)
}
