import pulumi from '@pulumi/pulumi'
import { compiledInventory, type CompiledNetwork, type ProgramPart } from '../compiled.ts'
import { deployablesOf, type Deployables } from '../deployables.ts'
import { checkSecrets } from '../secrets/checked.ts'
import { checkTunnelKeys } from '../secrets/checked-keys.ts'
import type { StackSettings } from '../settings.ts'
import type { Inventory } from '../../source/read.ts'
import type { PartKind, Whole } from './declaration.ts'
import { formerOf } from '../../secrets/former-names.ts'
import { makeParts, type Component, type Components } from './parts.ts'

export interface Ready {
  readonly compiled: CompiledNetwork
  readonly deployables: Deployables
}

/** Throws `RunError` with the whole report where there is an error. */
export async function readyFrom(inventory: Inventory, settings: StackSettings, program?: ProgramPart): Promise<Ready> {
  const compiled = compiledInventory(inventory, settings, program)
  const deployables = await deployablesOf(compiled.artifacts)
  await checkTunnelKeys(deployables.keyless)
  await checkSecrets(deployables.secrets, settings, formerOf(deployables.secrets, compiled.network))
  return { compiled, deployables }
}

/**
 * The whole network. Until `deploy` no resource reaches the engine: parts that a program declares wait for it, and it
 * compiles everything at once.
 */
export class Network extends pulumi.ComponentResource implements Whole {
  readonly #gate: Gate
  readonly #settings: StackSettings
  readonly #components: Components = { site: new Map(), route: new Map(), circuit: new Map(), contract: new Map() }

  constructor(id: string, settings: StackSettings, options: pulumi.ComponentResourceOptions = {}) {
    const gate = makeGate()
    super('serat:index:Network', id, {}, { ...options, dependsOn: gate.opened })
    this.#gate = gate
    this.#settings = settings
  }

  get compiled(): Promise<pulumi.Resource[]> {
    return this.#gate.opened
  }

  remember(component: Component, kind: PartKind, id: string): void {
    this.#components[kind].set(id, component)
  }

  /** Makes every resource. */
  deploy({ compiled, deployables }: Ready): CompiledNetwork {
    const settings = this.#settings
    this.#gate.open()
    makeParts({ network: this, compiled, deployables, settings, components: this.#components })
    this.registerOutputs({ asOf: compiled.asOf, routers: deployables.routers.size, outputRoot: settings.outputRoot })
    return compiled
  }

  /** Nothing is deployed: what waits for the network fails with the same error. */
  refuse(error: unknown): void {
    this.#gate.close(error)
  }
}

/** Holds registrations back: the engine hears of them once it opens, and never where it closes. */
interface Gate {
  readonly opened: Promise<pulumi.Resource[]>
  readonly open: () => void
  readonly close: (error: unknown) => void
}

function makeGate(): Gate {
  const { promise, resolve, reject } = Promise.withResolvers<pulumi.Resource[]>()
  return {
    opened: promise,
    close: reject,
    open: () => resolve([]),
  }
}
