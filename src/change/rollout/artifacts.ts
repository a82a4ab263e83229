import type { Language } from '../../diagnostic/diagnostic.ts'
import type { Artifact } from '../../render/artifact.ts'
import type { Rollout, Step } from './rollout.ts'
import { runSheet } from './run-sheet.ts'

/**
 * The run sheet, and a folder for each router: its script with the undo beside it, or its full files. `agent`: what
 * scripts of Linux call.
 */
export function* rolloutArtifacts(
  rollout: Rollout,
  subject: Readonly<Record<Language, string>>,
  agent: string,
): Iterable<Artifact> {
  yield artifact('run-sheet.md', runSheet(rollout, subject))
  for (const step of rollout.steps) yield* stepArtifacts(step, agent)
}

function* stepArtifacts(step: Step, agent: string): Iterable<Artifact> {
  const { router } = step
  if (step.what === 'whole') {
    for (const [name, text] of step.files) yield artifact(`${router}/${name}`, text)
    for (const [name, text] of step.former ?? []) yield artifact(`${router}/undo/${name}`, text)
    return
  }
  yield artifact(`${router}/${step.script.file}`, step.script.text)
  yield artifact(`${router}/undo/${step.undo.file}`, step.undo.text)
  if (step.script.needsAgent !== true) return
  yield artifact(`${router}/agent.sh`, agent)
  yield artifact(`${router}/undo/agent.sh`, agent)
}

function artifact(path: string, text: string): Artifact {
  return { path, content: () => text, sources: () => [] }
}
