import type { Network } from '../../model/network.ts'
import { plainName } from '../mapping/fields.ts'
import { factIf, factOf, type Fact, type MappedRow } from './draft.ts'
import { wordFrom } from './text.ts'

/** A site's router: the model that a cell names, else the one that most sites have. */
export function routerFacts(network: Network, mapped: MappedRow): Fact[] {
  const usual = usualRouter(network)
  const said = plainName(mapped.text('model'))
  const named = said === '' ? undefined : modelNamed(network, said)
  const serial = wordFrom(mapped.text('serial'))
  const asset = wordFrom(mapped.text('asset'))
  const router =
    named === undefined
      ? usual
      : { ...named, version: named.platform === usual.platform ? usual.version : versionOf(network, named.platform) }
  const why = named === undefined ? noModel : noVersion
  return [
    factOf('router', router, mapped.spot('model'), 'guessed', why),
    ...versionFact(mapped, router.version),
    ...factIf('router.serial', serial, mapped.spot('serial')),
    ...factIf('router.asset_register', asset, mapped.spot('asset')),
  ]
}

/** A release of another line than the usual one is written in other words, or in none. */
function versionFact(mapped: MappedRow, usual: string): Fact[] {
  const said = mapped.text('version')
  if (!/^\d{1,3}(\.\d{1,3}){0,3}[A-Za-z0-9.-]{0,12}$/.test(said)) return []
  const isSameLine = said.split('.')[0] === usual.split('.')[0]
  const why = {
    id: `rilis ${said} tidak ditulis Serat; perbarui dahulu`,
    en: `Serat does not write release ${said}; upgrade first`,
  }
  return [
    isSameLine
      ? factOf('router.version', said, mapped.spot('version'))
      : factOf('(version)', said, mapped.spot('version'), 'contradicted', why),
  ]
}

const noModel = {
  id: 'model router tidak disebut; yang terbanyak dipakai',
  en: 'its model of router is not said; the most used was taken',
}
const noVersion = {
  id: 'versinya tidak disebut; yang terbanyak dipakai',
  en: 'its version is not said; the most used was taken',
}

function modelNamed(
  { platforms }: Network,
  said: string,
): { readonly platform: string; readonly model: string } | undefined {
  for (const [platform, { models }] of platforms)
    for (const model of Object.keys(models))
      if (plainName(model) === said || said.includes(plainName(model))) return { platform, model }
  return undefined
}

function usualRouter({ sites, hub }: Network): {
  readonly platform: string
  readonly model: string
  readonly version: string
} {
  const others = [...sites.values()].filter(site => site !== hub)
  const routers = (others.length === 0 ? [hub] : others).map(({ router }) => router.declared)
  const most =
    mostOf(routers, ({ platform, model, version }) => [platform, model, version].join('\n')) ?? hub.router.declared
  return { platform: most.platform, model: most.model, version: most.version }
}

function versionOf({ sites, hub, platforms }: Network, platform: string): string {
  const same = [...sites.values()].map(({ router }) => router.declared).filter(router => router.platform === platform)
  return (
    mostOf(same, ({ version }) => version)?.version ??
    platforms.get(platform)?.releases.example ??
    hub.router.declared.version
  )
}

function mostOf<T>(things: readonly T[], keyOf: (thing: T) => string): T | undefined {
  return [...Map.groupBy(things, keyOf).values()].toSorted((a, b) => b.length - a.length)[0]?.[0]
}
