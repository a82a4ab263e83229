import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver'
import type { Edited } from '../edit/edited.ts'
import type { Project } from '../editor/project.ts'
import type { Source } from '../source/source.ts'
import { spanOf } from './positions.ts'
import { uriOf, type OpenInventory } from './inventory.ts'

type Change = NonNullable<WorkspaceEdit['documentChanges']>[number]

/**
 * What an edit makes of the inventory, as the editor carries it out: whole texts of the files that differ, files that
 * move, files that are new.
 */
export function workspaceEdit(open: OpenInventory, project: Project, { sources, removed }: Edited): WorkspaceEdit {
  const before = new Map(project.sources.map(source => [source.path, source]))
  const changed = sources.filter(({ path, text }) => before.get(path)?.text !== text)
  const [gone] = removed
  const changes = changed.flatMap(({ path, text }): Change[] => {
    const old = before.get(path)
    if (old !== undefined) return [{ textDocument: versionless(uriOf(open, path)), edits: [replaced(old, text)] }]
    const from = gone === undefined ? undefined : before.get(gone)
    if (from === undefined)
      return [
        { kind: 'create' as const, uri: uriOf(open, path) },
        {
          textDocument: versionless(uriOf(open, path)),
          edits: [{ range: spanOf({ path, text: '' }, 0, 0), newText: text }],
        },
      ]
    return [
      { kind: 'rename' as const, oldUri: uriOf(open, from.path), newUri: uriOf(open, path) },
      ...(from.text === text ? [] : [{ textDocument: versionless(uriOf(open, path)), edits: [replaced(from, text)] }]),
    ]
  })
  return { documentChanges: changes }
}

/** The stretch that differs, so that cursors and marks elsewhere in the file stay where they are. */
function replaced(old: Source, text: string): TextEdit {
  const most = Math.min(old.text.length, text.length)
  let start = 0
  while (start < most && old.text[start] === text[start]) start++
  let end = 0
  while (end < most - start && old.text.at(-1 - end) === text.at(-1 - end)) end++
  return { range: spanOf(old, start, old.text.length - end), newText: text.slice(start, text.length - end) }
}

function versionless(uri: string): { readonly uri: string; readonly version: null } {
  return { uri, version: null }
}
