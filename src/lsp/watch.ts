import { watch } from 'node:fs'
import { basename } from 'node:path'
import type { WorkspaceFoldersChangeEvent } from 'vscode-languageserver'
import { pathOf, takeText, type OpenInventory } from './inventory.ts'
import { tell, untell } from './report.ts'
import { discover, discoverAround, foldersOf, inventoryWith, isBelow, isInside, type Session } from './session.ts'

/** How long after the last key an inventory is compiled anew. */
const pauseMs = 60

type Changed = (inventories: Iterable<OpenInventory>, on: 'disk' | 'screen') => void

/** Takes what is typed and what changes on the disk, and tells soon after what there is to say about it. */
export function watchTexts(session: Session): Changed {
  const { connection, documents } = session
  let waiting: NodeJS.Timeout | undefined
  const tellSoon = (): void => {
    clearTimeout(waiting)
    waiting = setTimeout(() => tell(session), pauseMs)
  }
  const changed: Changed = (inventories, on) => {
    session.changes++
    for (const open of inventories) forget(open, on === 'disk' || !session.isWatched)
    for (const open of session.isWatched ? [] : session.inventories) watchItself(open, tellSoon)
    tellSoon()
  }
  documents.onDidChangeContent(({ document }) => {
    const open = inventoryWith(session, document.uri) ?? discoverAround(session, document.uri)
    if (open !== undefined && takeText(open, document.uri, document.getText())) changed([open], 'screen')
  })
  documents.onDidClose(({ document: { uri } }) => {
    const open = inventoryWith(session, uri)
    const path = open === undefined ? undefined : pathOf(open, uri)
    if (open !== undefined && path !== undefined && open.typed.delete(path)) changed([open], 'disk')
  })
  documents.onDidSave(({ document: { uri } }) => {
    const open = inventoryWith(session, uri)
    if (open !== undefined) changed([open], 'disk')
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    discover(session)
    // Outputs and Git's own files change without the inventory doing so.
    const isTouched = ({ folder }: OpenInventory): boolean => changes.some(({ uri }) => isBelow(folder, uri))
    changed(
      [...session.inventories].filter(open => changes.length === 0 || isTouched(open)),
      'disk',
    )
  })
  connection.onExit(() => clearTimeout(waiting))
  return changed
}

function forget(open: OpenInventory, isReadAgain: boolean): void {
  open.project = undefined
  if (isReadAgain) open.disk = undefined
}

/** An editor that does not say what changes on the disk is told all the same after a checkout. */
function watchItself(open: OpenInventory, tellSoon: () => void): void {
  if (open.isWatched) return
  open.isWatched = true
  try {
    const watcher = watch(open.folder, { recursive: true, persistent: false }, (_, name) => {
      if (name !== null && basename(name).startsWith('.')) return
      forget(open, true)
      tellSoon()
    })
    // A folder that is gone, or more folders than may be watched: it is read again at each key.
    watcher.on('error', () => watcher.close())
  } catch {
    // As above: watching is a help, not a need.
  }
}

/** The inventories that stand after folders were added to the editor, or taken out of it. */
export function watchFolders(
  session: Session,
  { added, removed }: WorkspaceFoldersChangeEvent,
): Iterable<OpenInventory> {
  const { inventories } = session
  const gone = foldersOf(removed.map(({ uri }) => uri))
  session.roots = [...session.roots.filter(root => !gone.includes(root)), ...foldersOf(added.map(({ uri }) => uri))]
  const isIn = (roots: readonly string[], { folder }: OpenInventory): boolean =>
    roots.some(root => isInside(root, folder))
  for (const open of inventories) {
    if (!isIn(gone, open) || isIn(session.roots, open)) continue
    inventories.delete(open)
    untell(session, open)
  }
  discover(session)
  return inventories
}
