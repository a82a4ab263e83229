import { intentOf } from '../intent/build.ts'
import type { Intent } from '../intent/intent.ts'
import { asksTheSame } from '../intent/same.ts'
import { renderers } from '../platforms/index.ts'
import { isFingerprint } from '../platforms/changing/fingerprint.ts'
import { differingTexts } from '../platforms/reading/differing.ts'
import { heldText } from '../platforms/text/unresolved.ts'
import { sentencesOf } from '../platforms/reading/sentences.ts'
import type { Sentence } from '../platforms/reading/sentence.ts'
import type { Artifact } from '../render/artifact.ts'
import { byPlatformOf, intentArtifacts } from '../render/routers.ts'
import { compareText } from '../text/order.ts'
import { sentenceChanges } from './sentence-changes.ts'
import type { FileChange, RouterChange, RouterFiles, Sides, State } from './parts.ts'

/**
 * Routers whose files say something else, among those wanted, one after the other: of a large network only what differs
 * is kept. A renamed router is compared with what it was called before.
 */
export function compareRouters(sides: Sides<State>, wanted?: ReadonlySet<string>): RouterChange[] {
  const [old, now] = [activeRouters(sides.before), activeRouters(sides.after)]
  const isFree = (former: string): boolean => old.has(former) && !now.has(former)
  const formerIds = new Map(
    [...now]
      .filter(id => !old.has(id))
      .flatMap((id): [string, string][] => {
        const former = sides.after.network?.routers.get(id)?.was.find(isFree)
        return former === undefined ? [] : [[id, former]]
      }),
  )
  const renamed = new Set(formerIds.values())
  return [...now, ...[...old].filter(id => !now.has(id) && !renamed.has(id))]
    .filter(id => wanted === undefined || wanted.has(id))
    .sort(compareText)
    .flatMap(id => routerChange(sides, id, formerIds.get(id)) ?? [])
}

function routerChange(
  { before, after }: Sides<State>,
  id: string,
  formerId: string | undefined,
): RouterChange | undefined {
  const intents = { before: intentIn(before, formerId ?? id), after: intentIn(after, id) }
  if (isAskedTheSame(intents)) return undefined
  const sides = { before: filesOf(intents.before), after: filesOf(intents.after) }
  const files = fileChanges(named(sides, { before: formerId ?? id, after: id }))
  if (files.length === 0) return undefined
  const [was, is] = [intents.before?.router.model, intents.after?.router.model]
  return {
    router: id,
    ...(formerId === undefined ? {} : { formerId }),
    ...(was !== undefined && is !== undefined && was !== is ? { isOtherDevice: true } : {}),
    what: sides.before.size === 0 ? 'added' : sides.after.size === 0 ? 'removed' : 'changed',
    files,
    ...sides,
  }
}

function activeRouters({ plan }: State): ReadonlySet<string> {
  return new Set([...(plan?.routers.values() ?? [])].filter(({ site }) => site.active).map(({ router }) => router.id))
}

/** Of an active router. */
function intentIn({ plan }: State, id: string): Intent | undefined {
  const own = plan?.routers.get(id)
  return plan === undefined || own?.site.active !== true ? undefined : intentOf(plan, own)
}

/** Writing down a hub takes longer than deciding what it shall do. */
function isAskedTheSame({ before, after }: Sides<Intent | undefined>): boolean {
  return before !== undefined && after !== undefined && asksTheSame(before, after)
}

/** A router's files, by their names in its folder. */
function filesOf(intent: Intent | undefined): RouterFiles {
  if (intent === undefined) return new Map()
  const folder = `routers/${intent.router.id}/`
  return new Map(
    [...intentArtifacts(intent, byPlatform)].map(artifact => [artifact.path.slice(folder.length), artifact]),
  )
}

const byPlatform = byPlatformOf(renderers)

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
    const texts = differingTexts(name, { before: old, after: now })
    const change = sentenceChanges({ before: said(name, texts.before), after: said(name, texts.after) })
    return change.removed.length + change.added.length + change.moved.length === 0 ? [] : [{ name, ...change }]
  })
}

function said(name: string, text: string): Sentence[] {
  return sentencesOf(name, text).filter(sentence => !isFingerprint(sentence))
}

function textOf(artifact: Artifact | undefined): string {
  const lines = artifact?.lines?.()
  if (lines !== undefined) return heldText(lines)
  const content = artifact?.content() ?? ''
  return typeof content === 'string' ? content : ''
}
