import { intentOf } from '../intent/build.ts'
import type { Intent } from '../intent/intent.ts'
import type { Plan } from '../plan/plan.ts'
import type { Artifact } from './artifact.ts'
import { lineText } from '../platforms/text/line.ts'
import type { ConfigFile, Renderer } from '../platforms/renderer.ts'
import { stoppedFile } from '../platforms/text/unresolved.ts'
import type { Source } from '../source/source.ts'

/**
 * A folder of configuration for every active router, or for those named, one router at a time: nothing of it is kept.
 */
export function* routerArtifacts(
  plan: Plan,
  renderers: readonly Renderer[],
  routers: Iterable<string> = plan.routers.keys(),
): Iterable<Artifact> {
  const byPlatform = byPlatformOf(renderers)
  for (const id of routers) {
    const own = plan.routers.get(id)
    if (own?.site.active === true) yield* intentArtifacts(intentOf(plan, own), byPlatform)
  }
}

/** The files of one router. */
export function* intentArtifacts(intent: Intent, renderers: ReadonlyMap<string, Renderer>): Iterable<Artifact> {
  const renderer = renderers.get(intent.router.platform.id)
  if (renderer === undefined) return
  for (const file of renderer.render(intent)) yield artifactOf(intent.router.id, stoppedFile(file, renderer))
}

export function byPlatformOf(renderers: readonly Renderer[]): ReadonlyMap<string, Renderer> {
  return new Map(renderers.map(renderer => [renderer.platform.id, renderer]))
}

function artifactOf(router: string, { name, lines }: ConfigFile): Artifact {
  return {
    path: `routers/${router}/${name}`,
    lines: () => lines,
    content: () => textOf(lines),
    sources: () => [...filesOf(lines)].map(({ path }) => path).sort(),
  }
}

/**
 * Joined in one step: a core's text grown line by line is a chain of a hundred thousand links, which the heap is slow
 * to let go.
 */
function textOf(lines: ConfigFile['lines']): string {
  return lines.map(lineText).join('\n') + '\n'
}

function filesOf(lines: ConfigFile['lines']): ReadonlySet<Source> {
  const files = new Set<Source>()
  for (const { from } of lines) for (const { source } of from) files.add(source)
  return files
}
