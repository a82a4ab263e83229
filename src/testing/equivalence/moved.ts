import type { Platform } from '../../model/platform.ts'
import { linux } from '../../platforms/linux/platform.ts'
import { routeros } from '../../platforms/routeros/platform.ts'
import { renderers } from '../../platforms/index.ts'
import type { Folder, PlatformId } from '../../platforms/reading/folder.ts'
import { lineText } from '../../platforms/text/line.ts'
import type { Intent } from '../../intent/intent.ts'
import { intentsOf, readSites } from '../reference-intents.ts'
import { substitute } from '../substitute.ts'

export interface Moved {
  readonly intents: ReadonlyMap<string, Intent>
  readonly folder: (router: string) => Folder
}

const known = new Map<PlatformId, Moved>()

/** Every router of Klaten on one platform: its intent, and its folder as text. Read once for all tests of a file. */
export function movedTo(id: PlatformId): Moved {
  const found = known.get(id)
  if (found !== undefined) return found
  const moved = movedFrom(id, readSites())
  known.set(id, moved)
  return moved
}

/** Every router of some network on one platform. */
export function movedFrom(
  id: PlatformId,
  { sources, ledger }: Pick<ReturnType<typeof readSites>, 'sources' | 'ledger'>,
): Moved {
  const substituted = id === 'iosxe' || id === 'junos' ? substitute(sources, id) : sources
  const intents = intentsOf({ sources: substituted, ledger }, platformsFor(id))
  const renderer = renderers.find(({ platform }) => platform.id === id)
  if (renderer === undefined) throw new Error(`no renderer of ${id}`)
  const folders = new Map<string, Folder>()
  return {
    intents,
    folder: router => {
      const intent = intents.get(router)
      if (intent === undefined) throw new Error(`no router ${router}`)
      const made =
        folders.get(router) ??
        new Map(
          renderer.render(intent).map(({ name, lines }) => [name, lines.map(line => `${lineText(line)}\n`).join('')]),
        )
      folders.set(router, made)
      return made
    },
  }
}

/**
 * RouterOS and Linux name no ports: there the models of the one stand for those of the other as they are, port for
 * port.
 */
export function platformsFor(id: PlatformId): ReadonlyMap<string, Platform> {
  if (id === 'iosxe' || id === 'junos') return new Map(renderers.map(({ platform }) => [platform.id, platform]))
  const chosen = id === 'linux' ? linux : routeros
  const stands: Platform = {
    ...chosen,
    releases: { form: /./, example: '', upTo: '99' },
    models: { ...routeros.models, ...linux.models },
    dialects:
      id === 'linux'
        ? chosen.dialects.map((dialect, i) => (i === 0 ? { ...dialect, from: '0' } : dialect))
        : chosen.dialects,
  }
  return new Map(['routeros', 'linux'].map(name => [name, stands]))
}
