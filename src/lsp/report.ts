import { DiagnosticSeverity, type Diagnostic as Told } from 'vscode-languageserver'
import type { Diagnostic, Language } from '../diagnostic/diagnostic.ts'
import type { Project } from '../editor/project.ts'
import { locate } from '../source/locate.ts'
import { spanOfRange } from './positions.ts'
import { projectOf, uriOf, type OpenInventory } from './inventory.ts'
import type { Session } from './session.ts'

/** Findings of every file, open or not; of files that have none any more, none. Then how many changes they are of. */
export function tell(session: Session): void {
  const { connection } = session
  for (const open of session.inventories) {
    try {
      tellOf(session, open)
    } catch (error) {
      // A folder that is just being moved or checked out is whole again at the next change; a server that died answers
      // nobody.
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
    }
  }
  void connection.sendNotification('$/serat/checked', { changes: session.changes })
}

function tellOf(session: Session, open: OpenInventory): void {
  open.project ??= projectOf(open, session)
  if (open.toldOf === open.project) return
  const { connection, language } = session
  const told = toldByPath(open, open.project, language)
  for (const path of new Set([...open.told, ...told.keys()]))
    void connection.sendDiagnostics({ uri: uriOf(open, path), diagnostics: told.get(path) ?? [] })
  open.told = new Set(told.keys())
  open.toldOf = open.project
}

/** Takes back what was said of an inventory that is not open any more. */
export function untell({ connection }: Session, open: OpenInventory): void {
  for (const path of open.told) void connection.sendDiagnostics({ uri: uriOf(open, path), diagnostics: [] })
}

/** Findings by file, at the places and in the words of `check`: the message, and below it what to do. */
function toldByPath(open: OpenInventory, { compilation }: Project, language: Language): Map<string, Told[]> {
  const told = new Map<string, Told[]>()
  for (const diagnostic of compilation.diagnostics) {
    const { path } = diagnostic.at.source
    const list = told.get(path) ?? []
    told.set(path, list)
    list.push(toldOf(open, diagnostic, language))
  }
  return told
}

/** A finding as the editor takes it. */
export function toldOf(open: OpenInventory, diagnostic: Diagnostic, language: Language): Told {
  const { code, severity, message, help, related = [], at } = diagnostic
  return {
    source: 'serat',
    code,
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    range: spanOfRange(locate(at)),
    message: help === undefined ? message[language] : `${message[language]}\n${help[language]}`,
    relatedInformation: related.map(other => ({
      message: other.message[language],
      location: { uri: uriOf(open, other.at.source.path), range: spanOfRange(locate(other.at)) },
    })),
  }
}
