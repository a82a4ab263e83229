import pulumi from '@pulumi/pulumi'
import { compiledInventory, type CompiledNetwork } from '../compiled.ts'
import { declaredSources } from '../declared-sources.ts'
import { deployablesOf, type Deployables } from '../deployables.ts'
import type { StackSettings } from '../settings.ts'
import type { Inventory } from '../../source/read.ts'
import type { Whole } from './declaration.ts'
import { makeParts, type Component, type Components } from './parts.ts'

interface NetworkArgs {
  /** What files declare; the program may declare more. */
  readonly inventory: Inventory
  readonly settings: StackSettings
  /** What a program that declares nothing itself has compiled already, before the first resource stood there. */
  readonly ready?: Ready
}

interface Ready {
  readonly compiled: CompiledNetwork
  readonly deployables: Deployables
}

/** Throws `RunError` with the whole report where there is an error. */
export async function readyFrom(inventory: Inventory, settings: StackSettings): Promise<Ready> {
  const compiled = compiledInventory(inventory, settings)
  return { compiled, deployables: await deployablesOf(compiled.artifacts) }
}

/**
 * The whole network. Parts that a program declares in TypeScript are included before `deploy`, which compiles everything at once and makes
 * the resources. Until then no resource reaches the engine.
 */
export class Network extends pulumi.ComponentResource implements Whole {
  readonly #gate: Gate
  readonly #args: NetworkArgs
  readonly #declared = declaredSources()
  readonly #components: Components = { sites: new Map(), routes: new Map(), circuits: new Map(), contracts: new Map() }

  constructor(id: string, args: NetworkArgs, options: pulumi.ComponentResourceOptions = {}) {
    const gate = makeGate()
    super('serat:index:Network', id, {}, { ...options, dependsOn: gate.opened })
    this.#gate = gate
    this.#args = args
  }

  get compiled(): Promise<pulumi.Resource[]> {
    return this.#gate.opened
  }

  include(component: Component, path: string, declaration: object): void {
    const [kind = '', name = ''] = path.replace(/\.yaml$/, '').split('/')
    const table =
      kind === 'opd' ? this.#components.sites : kind === 'routes' ? this.#components.routes : this.#components.circuits
    table.set(name, component)
    if (!this.#gate.isOpen()) this.#declared.add(path, declaration)
  }

  includeContract(component: Component, provider: string, declaration: { readonly contract: string }): void {
    this.#components.contracts.set(declaration.contract, component)
    if (!this.#gate.isOpen()) this.#declared.addContract(provider, declaration)
  }

  /** Compiles and makes every resource. Throws `RunError` with the whole report, before the first resource, where there is an error. */
  async deploy(): Promise<CompiledNetwork> {
    const { settings } = this.#args
    const { compiled, deployables } = this.#args.ready ?? (await this.#compile())
    this.#gate.open()
    makeParts({ network: this, compiled, deployables, settings, components: this.#components })
    this.registerOutputs({ asOf: compiled.asOf, routers: deployables.routers.size, outputRoot: settings.outputRoot })
    return compiled
  }

  async #compile(): Promise<Ready> {
    const { inventory, settings } = this.#args
    try {
      return await readyFrom({ ...inventory, sources: this.#declared.among(inventory.sources) }, settings)
    } catch (error) {
      this.#gate.close(new pulumi.RunError('nothing of the network was registered'))
      throw error
    }
  }
}

/** Holds registrations back: the engine hears of them once it opens, and never where it closes. */
interface Gate {
  readonly opened: Promise<pulumi.Resource[]>
  readonly open: () => void
  readonly close: (error: unknown) => void
  readonly isOpen: () => boolean
}

function makeGate(): Gate {
  const { promise, resolve, reject } = Promise.withResolvers<pulumi.Resource[]>()
  let isOpen = false
  return {
    opened: promise,
    isOpen: () => isOpen,
    close: reject,
    open() {
      isOpen = true
      resolve([])
    },
  }
}
