import {
  CodeActionKind,
  CompletionItemKind,
  SymbolKind,
  type CodeAction,
  type CodeActionParams,
  type DocumentSymbol,
  type SymbolInformation,
} from 'vscode-languageserver'
import type { Language } from '../diagnostic/diagnostic.ts'
import { isRefused } from '../edit/edited.ts'
import { fixesFor } from '../editor/actions.ts'
import { completeAt } from '../editor/complete.ts'
import { hoverAt } from '../editor/hover.ts'
import { editorMessages } from '../editor/messages.ts'
import { retireAt, thingMeant, thingsNamed, type Spot, type Symbol as Named } from '../editor/navigate.ts'
import type { Project } from '../editor/project.ts'
import { ledgerName } from '../source/ledger-name.ts'
import { locate } from '../source/locate.ts'
import type { Source } from '../source/source.ts'
import { workspaceEdit } from './edits.ts'
import { nounOf } from '../words/things.ts'
import { uriOf, type OpenInventory } from './inventory.ts'
import { spanOf, spanOfRange } from './positions.ts'
import { toldOf } from './report.ts'

/** A question about a place of a file, with the inventory that it is of. */
export interface Asked {
  readonly project: Project
  readonly open: OpenInventory
  readonly source: Source
  readonly offset: number
}

/** In whose language, and on which day. */
interface Reader {
  readonly language: Language
  readonly today: () => string
}

export function completions({ project, source, offset }: Asked, language: Language) {
  const found = source.path === ledgerName ? undefined : completeAt(project, source, offset)
  if (found === undefined) return []
  const range = spanOf(source, found.from, found.to)
  return found.choices.map(({ word, detail, rank, meaning, name, text }, i) => ({
    label: word,
    kind: found.wants === 'key' ? CompletionItemKind.Property : CompletionItemKind.Value,
    ...(detail[language] === '' ? {} : { detail: detail[language] }),
    ...(meaning === undefined ? {} : { documentation: meaning[language] }),
    ...(name === undefined ? {} : { filterText: `${word} ${name}` }),
    sortText: `${rank}${String(i).padStart(5, '0')}`,
    textEdit: { range, newText: text },
  }))
}

export function hover({ project, source, offset }: Asked, language: Language) {
  const found = hoverAt(project, source, offset)
  if (found === undefined) return null
  return {
    contents: { kind: 'plaintext' as const, value: found.lines.map(line => line[language]).join('\n') },
    range: spanOf(source, found.from, found.to),
  }
}

export function locations(
  { project, open, source, offset }: Asked,
  find: (project: Project, source: Source, offset: number) => Spot[],
) {
  return find(project, source, offset).map(({ path, range }) => ({
    uri: uriOf(open, path),
    range: spanOfRange(range),
  }))
}

export function wordAt(source: Source, offset: number) {
  const { text } = source
  const before = /[a-z0-9-]*$/.exec(text.slice(0, offset))?.[0].length ?? 0
  const after = /^[a-z0-9-]*/.exec(text.slice(offset))?.[0].length ?? 0
  return spanOf(source, offset - before, offset + after)
}

export function documentSymbol(
  source: Source,
  { kind, id, name, whole, children }: Named,
  language: Language,
): DocumentSymbol {
  const selectionRange = spanOfRange(name)
  return {
    name: id,
    detail: nounOf(kind)[language],
    kind: children.length > 0 ? SymbolKind.Module : SymbolKind.Object,
    range: whole === undefined ? selectionRange : spanOf(source, ...whole),
    selectionRange,
    children: children.map(child => documentSymbol(source, child, language)),
  }
}

/** Of every inventory that is open. */
export function workspaceSymbols(
  opened: readonly Pick<Asked, 'project' | 'open'>[],
  letters: string,
  language: Language,
): SymbolInformation[] {
  return opened.flatMap(({ project, open }) =>
    thingsNamed(project, letters).map(({ kind, id, path, range }) => ({
      name: id,
      kind: SymbolKind.Object,
      containerName: nounOf(kind)[language],
      location: { uri: uriOf(open, path), range: spanOfRange(range) },
    })),
  )
}

/** What can be done about the findings of these lines, and with the thing that is named here. */
export function actions(
  { project, open, source, offset }: Asked,
  { range: { start, end }, context: { only } }: Pick<CodeActionParams, 'range' | 'context'>,
  { language, today }: Reader,
): CodeAction[] {
  const isWanted = (kind: string): boolean => only?.some(one => one === '' || kind === one) ?? true
  const here = project.compilation.diagnostics.filter(({ at }) => {
    const { line, endLine } = locate(at)
    return at.source.path === source.path && line - 1 <= end.line && endLine - 1 >= start.line
  })
  const fixes = isWanted(CodeActionKind.QuickFix) ? here : []
  const found = fixes.flatMap(diagnostic =>
    fixesFor(project, diagnostic).map(
      ({ title, isMeant, edited }): CodeAction => ({
        title: title[language],
        kind: CodeActionKind.QuickFix,
        diagnostics: [toldOf(open, diagnostic, language)],
        ...(isMeant ? { isPreferred: true } : {}),
        edit: workspaceEdit(open, project, edited),
      }),
    ),
  )
  const meant = isWanted(CodeActionKind.Refactor) ? thingMeant(project, source, offset) : undefined
  const edited = meant === undefined ? undefined : retireAt(project, source, offset, today())
  const retire: CodeAction[] =
    meant === undefined || edited === undefined || isRefused(edited)
      ? []
      : [
          {
            title: editorMessages.retire({ id: meant.id })[language],
            kind: CodeActionKind.Refactor,
            edit: workspaceEdit(open, project, edited),
          },
        ]
  // Two keys that are missing at one place are two findings, each of which asks for both.
  const once = new Map(found.map(action => [JSON.stringify([action.title, action.edit]), action]))
  return [...once.values(), ...retire]
}
