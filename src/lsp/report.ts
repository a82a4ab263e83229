import { DiagnosticSeverity, type Diagnostic as Told } from 'vscode-languageserver'
import type { Diagnostic, Language } from '../diagnostic/diagnostic.ts'
import type { Project } from '../editor/project.ts'
import { locate } from '../source/locate.ts'
import { spanOfRange } from './positions.ts'
import { uriOf, type OpenInventory } from './inventory.ts'

/** Findings by file, at the places and in the words of `check`: the message, and below it what to do. */
export function toldByPath(open: OpenInventory, { compilation }: Project, language: Language): Map<string, Told[]> {
  const told = new Map<string, Told[]>()
  for (const diagnostic of compilation.diagnostics) {
    const { path } = diagnostic.at.source
    const list = told.get(path) ?? []
    told.set(path, list)
    list.push(toldOf(open, diagnostic, language))
  }
  return told
}

function toldOf(open: OpenInventory, diagnostic: Diagnostic, language: Language): Told {
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
