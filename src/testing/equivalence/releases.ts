import { dialectOf } from '../../model/platform.ts'
import { renderers } from '../../platforms/index.ts'
import { treeAbsent, treeErrors } from '../../platforms/junos/junos.tree.ts'
import { platformIds, type PlatformId } from '../../platforms/reading/folder.ts'
import { readers } from '../../platforms/reading/readers.ts'
import type { Inventory } from '../../source/read.ts'
import { substitute } from '../substitute.ts'
import { compare, questionsOf } from './compare.ts'
import { movedFrom } from './moved.ts'

/** A dialect of a platform, by a version that is accepted. */
export interface Release {
  readonly id: PlatformId
  readonly dialect: string
  readonly version: string
}

export const releases: readonly Release[] = platformIds.flatMap(id =>
  renderers
    .filter(({ platform }) => platform.id === id)
    .flatMap(({ platform }) =>
      platform.dialects.map(({ id: dialect, from }) => ({
        id,
        dialect,
        version: dialectOf(platform, from) === undefined ? platform.releases.example : from,
      })),
    ),
)

export interface Tried {
  readonly routers: number
  readonly probes: number
  readonly faults: readonly string[]
}

/**
 * What a network's routers say in one release and should not: against their intents, and against the vendor's tree of
 * Junos where it lies here.
 */
export async function triedOn(
  { id, dialect, version }: Release,
  { sources, ledger }: Pick<Inventory, 'sources' | 'ledger'>,
): Promise<Tried> {
  const ported = id === 'iosxe' || id === 'junos' ? substitute(sources, id) : sources
  const versioned = ported.map(({ path, text }) => ({
    path,
    text: path.startsWith('opd/') ? text.replace(/\bversion: *(?:"[^"]*"|[^\s,}]+)/g, `version: "${version}"`) : text,
  }))
  const { intents, folder } = movedFrom(id, { sources: versioned, ledger })
  const faults: string[] = []
  let probes = 0
  for (const [router, intent] of intents) {
    if (intent.router.dialect.id !== dialect) faults.push(`${router} is of ${intent.router.dialect.id}`)
    const compared = compare(id, questionsOf(intent), readers[id](folder(router)))
    probes += compared.probes
    const refused = id === 'junos' && !treeAbsent ? await treeErrors([...folder(router).values()].join('\n')) : []
    faults.push(...[...compared.differences, ...refused].map(text => `${router}: ${text}`))
  }
  return { routers: intents.size, probes, faults }
}
