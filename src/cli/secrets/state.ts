import type { Network } from '../../model/network.ts'
import { formerNames } from '../../secrets/former-names.ts'
import type { NeededSecret } from '../../secrets/needed.ts'
import type { StoredNames } from '../../secrets/stored-names.ts'

/** Who makes a secret: we ourselves, `serat keys` with its public half, or somebody else whom it is agreed with. */
type Maker = 'us' | 'keys' | 'provider'

/** Whether the store has it; `renamed`: under an earlier name of what it is of. */
export type SecretState = 'there' | 'missing' | 'renamed' | 'not-checked'

export interface SecretRow extends NeededSecret {
  readonly state: SecretState
  readonly maker: Maker
  /** Earlier names, latest first, by which the store has it too. */
  readonly former: readonly string[]
}

export interface SecretTable {
  readonly rows: readonly SecretRow[]
  /** Names that the store has and nothing uses; undefined where it cannot tell. */
  readonly retired: readonly string[] | undefined
}

/** Every secret that a deployment of this network needs, beside what a store has of them. */
export function secretTable(
  network: Network,
  needed: readonly NeededSecret[],
  stored: StoredNames | undefined,
): SecretTable {
  const formerOf = formerNames(network)
  const known = stored?.kind === 'known' ? stored : undefined
  const agreed = agreedNames(network)
  const rows = needed.map((secret): SecretRow => {
    const earlier = formerOf(secret.name)
    const isThere = known?.has(secret.name)
    const former = isThere === false ? earlier.filter(name => known?.has(name) === true) : []
    const maker = secret.name.startsWith('tunnel/') ? 'keys' : agreed.has(secret.name) ? 'provider' : 'us'
    return { ...secret, maker, former, state: stateOf(isThere, former) }
  })
  const used = new Set(rows.flatMap(({ name, former }) => [name, ...former]))
  const all = known?.all
  return { rows, retired: all === undefined ? undefined : [...all].filter(name => !used.has(name)).sort() }
}

function stateOf(isThere: boolean | undefined, former: readonly string[]): SecretState {
  if (isThere === undefined) return 'not-checked'
  if (isThere) return 'there'
  return former.length > 0 ? 'renamed' : 'missing'
}

/** What a provider tells: keys of sessions over its uplinks. */
function agreedNames({ uplinks }: Network): ReadonlySet<string> {
  return new Set(
    [...uplinks.values()].flatMap(({ declared: { routing } }) =>
      routing.kind === 'bgp' && routing.password !== undefined ? [routing.password.secret] : [],
    ),
  )
}
