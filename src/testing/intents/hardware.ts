import type { FibreLink, Tunnel } from '../../intent/intent.ts'
import type { Router } from '../../model/network.ts'
import type { Platform, RouterModel } from '../../model/platform.ts'
import { source } from './values.ts'

/** What a platform makes of the same intents: its routers, how it calls things, what it cannot do. */
export interface Hardware {
  readonly router: Pick<Router, 'platform' | 'dialect' | 'model' | 'declared'>
  readonly loopback: string
  readonly ports: Ports
  readonly segment: (id: string, vlan: number) => string
  readonly tagged: (port: string, vlan: number) => string
  readonly tunnel: (tunnel: Pick<Tunnel, 'kind' | 'circuit' | 'peer' | 'localPort'>) => string
  /** How it signs OSPF on its first link and on another. */
  readonly signs: readonly [Signed, Signed]
  readonly ipsec: 'can' | 'cannot'
}

type Signed = Pick<FibreLink, 'authentication' | 'authentication3'>

interface Ports {
  readonly ring: readonly [string, string]
  readonly desks: readonly [string, string]
  readonly trunk: string
  readonly local: string
  readonly leased: string
  readonly backup: string
  readonly handoff: string
  readonly uplinks: readonly [string, string]
}

export function routerOf(platform: Platform, modelName: string, dialectId: string): Hardware['router'] {
  const dialect = platform.dialects.find(({ id }) => id === dialectId)
  const model: RouterModel | undefined = platform.models[modelName]
  if (dialect === undefined || model === undefined) throw new Error(`${platform.id}: no ${modelName}, ${dialectId}`)
  return {
    platform,
    dialect,
    model,
    declared: { platform: platform.id, model: modelName, version: dialect.from, desks: {} },
  }
}

export function routerCalled(id: string, role: Router['role'], { router }: Hardware): Router {
  return {
    kind: 'router',
    id,
    role,
    siteId: id,
    was: [],
    ...router,
    origin: { source, path: ['router'] },
  }
}
