import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { hasSteps } from '../../load/schema-walk.ts'
import type { PermitDeclaration } from '../../model/plant-file.ts'
import { day } from '../../words/dates.ts'
import { classWords, roleWords, serviceWords } from '../../words/declared.ts'
import type { World } from '../world/world.ts'

type Mark = string | number | undefined

/**
 * Numbers, days and marks by which people know a thing: those of a contract, a circuit, a device, a payment, a pole.
 */
export function marksOf(world: World): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  const note: Note = (key, ...said) => void words.set(key, said.filter(each => each !== undefined).join(' '))
  noteBought(world, note)
  noteDevices(world, note)
  notePlant(world, note)
  const { budgets, waivers, payments, tickets, claims, works } = world.network
  for (const { id, declared } of budgets.values())
    note(`budget:${id}`, declared.subKegiatan, declared.account, declared.ceilingRupiah)
  for (const list of [payments, tickets, claims, works])
    for (const { kind, id, declared } of list.values()) note(`${kind}:${id}`, ...scalarsIn(declared).flatMap(spelled))
  for (const { id, declared } of waivers.values())
    note(`waiver:${id}`, declared.reason, declared.decidedBy, declared.code, ...spelled(declared.until))
  return words
}

function both({ id, en }: Bilingual): readonly Mark[] {
  return [id, en]
}

type Note = (key: string, ...said: readonly Mark[]) => void

function noteBought({ network }: World, note: Note): void {
  for (const { id, declared: c, provider, period, budgets } of network.contracts.values())
    note(
      `contract:${id}`,
      ...[c.number, c.rupId, c.ppk, c.price.exclPpnRupiah, c.price.inclPpnRupiah, provider.id, provider.declared.name],
      ...budgets.map(budget => budget.id),
      ...c.addenda.map(({ number }) => number),
      ...c.documents.map(({ sha256 }) => sha256),
      ...[c.signed, period.from, period.to].flatMap(spelled),
    )
  for (const { id, declared, site, provider } of network.circuits.values())
    note(
      `circuit:${id}`,
      ...[declared.providerRef, network.sites.get(site.id)?.declared.name, provider.id, provider.declared.name],
      ...both(serviceWords[declared.service]),
      ...both(roleWords[declared.role]),
      declared.hub === undefined ? undefined : `vlan ${declared.hub.vlan} ${declared.hub.handoff}`,
      ...spelled(declared.period.to),
    )
  for (const { id, declared, provider } of network.uplinks.values())
    note(`uplink:${id}`, declared.providerRef, provider.id, provider.declared.name)
  for (const { id, declared } of network.providers.values()) note(`provider:${id}`, declared.npwp)
}

function noteDevices({ network, plan }: World, note: Note): void {
  for (const { id, declared, siteId } of network.routers.values())
    note(
      `router:${id}`,
      ...[declared.serial, declared.assetRegister, declared.model, declared.version, plan.routers.get(id)?.as, siteId],
    )
  for (const { id, declared, tenants } of network.sites.values())
    note(
      `site:${id}`,
      declared.location.address,
      ...both(classWords[declared.class]),
      ...tenants.map(tenant => tenant.declared.name),
    )
}

function notePlant({ network }: World, note: Note): void {
  for (const { id, declared } of network.structures.values())
    note(`structure:${id}`, declared.source?.ref, declared.owner, declared.kind, ...permitMarks(declared.permit))
  for (const { id, declared } of network.spans.values())
    note(`span:${id}`, declared.source?.ref, declared.duct, declared.trench, ...permitMarks(declared.permit))
  for (const { id, declared, type } of network.cables.values()) note(`cable:${id}`, declared.source?.ref, type.id)
}

function permitMarks(permit: PermitDeclaration | undefined): readonly Mark[] {
  return permit === undefined ? [] : [permit.number, ...spelled(permit.until)]
}

/** A day also as it is read, in both languages. */
export function spelled(mark: Mark): readonly Mark[] {
  if (typeof mark !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(mark)) return [mark]
  const { id, en } = day(mark)
  return [mark, id, en]
}

/** Every text and number of a declaration, however deep: numbers of letters, amounts, references. */
function scalarsIn(data: unknown): readonly (string | number)[] {
  if (typeof data === 'string' || typeof data === 'number') return [data]
  return hasSteps(data) ? Object.values(data).flatMap(scalarsIn) : []
}
