import type { Artifact } from '../../render/artifact.ts'
import type { Source } from '../../source/source.ts'
import type { Draft } from '../draft/draft.ts'
import { compareRunning } from './compare.ts'
import { saidIn } from './said.ts'
import type { RouterComparison } from './text.ts'

/** An export that came in, with its text. */
export interface RunningText {
  readonly file: string
  readonly text: string
}

/**
 * Of each running router that came in: how much of what it says would be written by the inventory with the proposal in
 * it.
 */
export function fixpoints(
  exports: readonly RunningText[],
  drafts: readonly Draft[],
  rendered: (routers: readonly string[]) => Iterable<Artifact>,
): RouterComparison[] {
  return exports.flatMap(({ file, text }): RouterComparison[] => {
    const draft = drafts.find(({ kind, at }) => kind === 'site' && at.file === file)
    if (draft === undefined) return []
    const [artifact] = rendered([draft.id])
    const content = artifact?.content()
    const running = saidIn(file, text)
    const ours = saidIn(file, typeof content === 'string' ? content : '')
    return [
      { router: draft.id, file, comparison: compareRunning(running.sentences, ours.sentences), unread: running.unread },
    ]
  })
}

/** A router that runs is written as if its site were in service already. */
export function inService(files: readonly Source[]): Source[] {
  return files.map(({ path, text }) => ({
    path,
    text: path.startsWith('opd/') ? text.replace(/^status: planned\n/m, '') : text,
  }))
}
