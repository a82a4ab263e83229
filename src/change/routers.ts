import { sentencesOf } from '../platforms/reading/sentences.ts'
import type { Artifact } from '../render/artifact.ts'
import { byText } from '../text/order.ts'
import { sentenceChanges } from './sentence-changes.ts'
import type { FileChange, RouterChange, RouterFiles, Sides, State } from './change.ts'

/** Routers whose files say something else. A renamed one is compared with what it was called before. */
export function compareRouters({ before, after }: Sides<State>): RouterChange[] {
  const [old, now] = [filesOf(before), filesOf(after)]
  const formerOf = new Map<string, string>()
  for (const id of now.keys()) {
    const former = old.has(id)
      ? undefined
      : after.network?.routers.get(id)?.was.find(each => old.has(each) && !now.has(each))
    if (former !== undefined) formerOf.set(id, former)
  }
  const renamed = new Set(formerOf.values())
  const none: RouterFiles = new Map()
  const ids = [...now.keys(), ...[...old.keys()].filter(id => !now.has(id) && !renamed.has(id))]
  return ids
    .flatMap((id): RouterChange[] => {
      const formerId = formerOf.get(id)
      const sides = { before: old.get(formerId ?? id) ?? none, after: now.get(id) ?? none }
      const files = fileChanges(named(sides, { before: formerId ?? id, after: id }))
      const what = sides.before.size === 0 ? 'added' : sides.after.size === 0 ? 'removed' : 'changed'
      if (files.length === 0) return []
      return [{ router: id, ...(formerId === undefined ? {} : { formerId }), what, files, ...sides }]
    })
    .sort(byText(({ router }) => router))
}

/** By router: its files, by their names in its folder. */
function filesOf({ drafts }: State): ReadonlyMap<string, RouterFiles> {
  const found = new Map<string, Map<string, Artifact>>()
  for (const artifact of drafts) {
    const [, router, name] = /^routers\/([^/]+)\/(.+)$/.exec(artifact.path) ?? []
    if (router === undefined || name === undefined) continue
    const files = found.get(router) ?? new Map<string, Artifact>()
    found.set(router, files.set(name, artifact))
  }
  return found
}

/** Files by names that do not hold the router's own. */
function named({ before, after }: Sides<RouterFiles>, ids: Sides<string>): Sides<RouterFiles> {
  const neutral = (files: RouterFiles, id: string): RouterFiles =>
    new Map([...files].map(([name, artifact]) => [name.startsWith(`${id}.`) ? name.slice(id.length) : name, artifact]))
  return { before: neutral(before, ids.before), after: neutral(after, ids.after) }
}

function fileChanges({ before, after }: Sides<RouterFiles>): FileChange[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort()
  return names.flatMap((name): FileChange[] => {
    const [old, now] = [textOf(before.get(name)), textOf(after.get(name))]
    if (old === now) return []
    const change = sentenceChanges({ before: sentencesOf(name, old), after: sentencesOf(name, now) })
    return change.removed.length + change.added.length + change.moved.length === 0 ? [] : [{ name, ...change }]
  })
}

function textOf(artifact: Artifact | undefined): string {
  const content = artifact?.content() ?? ''
  return typeof content === 'string' ? content : ''
}
