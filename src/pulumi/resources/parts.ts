import pulumi from '@pulumi/pulumi'
import type { Router } from '../../model/network.ts'
import type { CompiledNetwork } from '../compiled.ts'
import type { Deployables } from '../deployables.ts'
import { deploymentOrder, lotBefore } from '../order.ts'
import type { StackSettings } from '../settings.ts'
import { spoken } from '../targets/names.ts'
import { sftpAddress } from '../targets/remote-folder.ts'
import { unset } from '../targets/sftp.ts'
import { wordsOf } from '../../platforms/routeros/render/words.ts'
import { addressText } from '../../model/ip.ts'
import { own } from '../../text/own.ts'
import { formerOf } from '../../secrets/former-names.ts'
import { Contract } from './contract.ts'
import { ContractRecord } from './contract-record.ts'
import { FibreRoute } from './fibre-route.ts'
import { IpPlan } from './ip-plan.ts'
import { LeasedCircuit } from './leased-circuit.ts'
import type { PartKind, Whole } from './declaration.ts'
import { OpdSite } from './opd-site.ts'
import { OutputFolder } from './output-folder.ts'
import { SeratProvider } from './provider.ts'
import { RouterConfig } from './router-config.ts'
import { TopologyDocument } from './topology-document.ts'
import { both } from '../words.ts'

export type Component = pulumi.ComponentResource

/** Components by kind and id; those that the program declared stand there before the rest. */
export type Components = Readonly<Record<PartKind, Map<string, Component>>>

interface Making {
  readonly network: Whole
  readonly compiled: CompiledNetwork
  readonly deployables: Deployables
  readonly settings: StackSettings
  readonly components: Components
}

/** Options of a custom resource below its parent, with its earlier names. */
type Below = (parent: pulumi.Resource, was?: readonly string[]) => pulumi.CustomResourceOptions

/**
 * Makes the resources of a network that compiled. Throws `RunError` where a target is not told its host, or does not
 * speak to a router's platform.
 */
export function makeParts(making: Making): void {
  const { network, deployables, settings } = making
  refuseTargets(making)
  const former = formerOf(deployables.secrets, making.compiled.network)
  const provider = new SeratProvider('serat', settings, { parent: network }, former)
  makeComponents(making)
  const below: Below = (parent, was = []) => ({ parent, provider, aliases: was.map(name => ({ name })) })
  const made: pulumi.Resource[] = [
    ...makeRouters(making, below),
    new IpPlan('ip-plan', deployables.ipPlan, below(network)),
    ...makeContractRecords(making, below),
    ...[...deployables.documents].map(
      ([path, files]) => new TopologyDocument(path.replaceAll('/', '.'), files, below(network)),
    ),
  ]
  new OutputFolder('output', { paths: [...deployables.paths] }, { ...below(network), dependsOn: made })
}

function makeContractRecords({ network, compiled, deployables, components }: Making, below: Below): ContractRecord[] {
  const { contracts } = compiled.network
  return [...deployables.contracts].map(
    ([id, files]) =>
      new ContractRecord(id, files, below(components.contract.get(id) ?? network, contracts.get(id)?.declared.was)),
  )
}

function makeComponents({ network, compiled, components }: Making): void {
  const { sites, routes, circuits, contracts } = compiled.network
  for (const site of sites.values()) if (!components.site.has(site.id)) new OpdSite(site.id, site.declared, { network })
  for (const route of routes.values())
    if (!components.route.has(route.id)) new FibreRoute(route.id, route.declared, { network })
  for (const circuit of circuits.values())
    if (!components.circuit.has(circuit.id)) new LeasedCircuit(circuit.id, circuit.declared, { network })
  for (const contract of contracts.values())
    if (!components.contract.has(contract.id))
      new Contract(contract.id, { ...contract.declared, provider: contract.provider.id }, { network })
}

/**
 * Files all at once; routers so many at a time, each lot behind the one before, so that one that does not come back
 * stops the rest.
 */
function makeRouters({ network, compiled, deployables, settings, components }: Making, below: Below): RouterConfig[] {
  const made: RouterConfig[] = []
  const reached: RouterConfig[] = []
  for (const router of deploymentOrder(compiled.network)) {
    const files = deployables.routers.get(router.id)
    if (files === undefined) continue
    const target = own(settings.targets, router.id) ?? settings.target
    const options = below(components.site.get(router.siteId) ?? network, router.was)
    if (spoken[target] === undefined) {
      const address = target === 'sftp' && settings.sftp !== undefined ? { address: sftpAddress(settings.sftp) } : {}
      made.push(new RouterConfig(router.id, { router: router.id, target, ...address, ...files }, options))
      continue
    }
    const address = addressOf(router, compiled, settings)
    const resource = new RouterConfig(
      router.id,
      { router: router.id, target, address, ...(target === 'routeros' ? deviceOf(router) : {}), ...files },
      { ...options, dependsOn: [...lotBefore(reached, settings.atOnce)] },
    )
    reached.push(resource)
    made.push(resource)
  }
  return made
}

function deviceOf(router: Router): { readonly lastingFolder?: string; readonly triesImports?: true } {
  const { lastingFolder } = router.model
  return {
    ...(lastingFolder === undefined ? {} : { lastingFolder }),
    ...(wordsOf(router).dryRun ? { triesImports: true } : {}),
  }
}

function addressOf(router: Router, { plan }: CompiledNetwork, { addresses }: StackSettings): string {
  const numbered = plan.routers.get(router.id)
  if (numbered === undefined) throw new Error(`no plan of router ${router.id}`)
  return own(addresses, router.id) ?? addressText(numbered.loopbackV4)
}

function refuseTargets({ compiled, deployables, settings }: Making): void {
  const used = new Set([settings.target, ...Object.values(settings.targets)])
  if (used.has('sftp') && settings.sftp === undefined) throw new pulumi.RunError(both(unset))
  const wrong = [...deployables.routers.keys()].flatMap(id => {
    const target = own(settings.targets, id) ?? settings.target
    const platform = compiled.network.routers.get(id)?.platform.id
    return spoken[target] === undefined || spoken[target] === platform ? [] : [`${id} (${target}, ${platform})`]
  })
  if (wrong.length > 0)
    throw new pulumi.RunError(
      both({
        id:
          'sasaran frr untuk router Linux, routeros untuk MikroTik; ' +
          `yang ini memakai sistem lain: ${wrong.join(', ')} (serat:targets mengatur sasaran satu router)`,
        en:
          'the target frr is for Linux routers, routeros for MikroTik; ' +
          `these run something else: ${wrong.join(', ')} (serat:targets sets the target of one router)`,
      }),
    )
}
