import { inventoryOf } from './inventory.ts'
import { Network, readyFrom } from './resources/network.ts'
import { settingsOfStack } from './settings.ts'

/** The program of `Pulumi.yaml`: the network that the inventory of the stack declares. */
export default async function program(): Promise<Readonly<Record<string, unknown>>> {
  const settings = settingsOfStack()
  const inventory = inventoryOf(settings)
  const ready = await readyFrom(inventory, settings)
  const { network: compiled, asOf, plan } = new Network('network', settings).deploy(ready)
  return { network: compiled.declared.network, asOf, routers: plan.routers.size, outputRoot: settings.outputRoot }
}
