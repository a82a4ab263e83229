import {
  CodeActionKind,
  CompletionItemKind,
  SymbolKind,
  type CodeAction,
  type DocumentSymbol,
  type Position,
} from 'vscode-languageserver'
import type { Language } from '../diagnostic/diagnostic.ts'
import { isRefused } from '../edit/edited.ts'
import { fixesFor } from '../editor/actions.ts'
import { completeAt } from '../editor/complete.ts'
import { hoverAt } from '../editor/hover.ts'
import { editorMessages } from '../editor/messages.ts'
import { retireAt, thingMeant, type Spot, type Symbol as Named } from '../editor/navigate.ts'
import type { Project } from '../editor/project.ts'
import { ledgerName } from '../source/ledger-name.ts'
import { locate } from '../source/locate.ts'
import type { Source } from '../source/source.ts'
import { workspaceEdit } from './edits.ts'
import { uriOf, type OpenInventory } from './inventory.ts'
import { spanOf, spanOfRange } from './positions.ts'

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

export function documentSymbol({ kind, id, name, children }: Named, language: Language): DocumentSymbol {
  const range = spanOfRange(name)
  return {
    name: id,
    detail: kind,
    kind: children.length > 0 ? SymbolKind.Module : SymbolKind.Object,
    range,
    selectionRange: range,
    children: children.map(child => documentSymbol(child, language)),
  }
}

export function actions(
  { project, open, source, offset }: Asked,
  at: Position,
  { language, today }: Reader,
): CodeAction[] {
  const here = project.compilation.diagnostics.filter(
    ({ at: place }) => place.source.path === source.path && locate(place).line - 1 === at.line,
  )
  const fixes = here.flatMap(diagnostic =>
    fixesFor(project, diagnostic).map(({ title, path, from, to, text }): CodeAction => {
      const target = project.sources.find(each => each.path === path) ?? { path, text: '' }
      return {
        title: title[language],
        kind: CodeActionKind.QuickFix,
        edit: { changes: { [uriOf(open, path)]: [{ range: spanOf(target, from, to), newText: text }] } },
      }
    }),
  )
  const meant = thingMeant(project, source, offset)
  const edited = meant === undefined ? undefined : retireAt(project, source, offset, today())
  if (meant === undefined || edited === undefined || isRefused(edited)) return fixes
  const retire: CodeAction = {
    title: editorMessages.retire({ id: meant.id })[language],
    kind: CodeActionKind.Refactor,
    edit: workspaceEdit(open, project, edited),
  }
  return [...fixes, retire]
}
