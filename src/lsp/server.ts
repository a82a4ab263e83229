import {
  CodeActionKind,
  createConnection,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  ProposedFeatures,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
  type Position,
  type ServerCapabilities,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Bilingual, Language } from '../diagnostic/diagnostic.ts'
import { isRefused } from '../edit/edited.ts'
import { staysNamed } from '../edit/rename.ts'
import { lensesIn } from '../editor/lenses.ts'
import { definitionsAt, referencesAt, renameAt, symbolsIn, thingMeant } from '../editor/navigate.ts'
import type { Project } from '../editor/project.ts'
import { version } from '../model/version.ts'
import {
  actions,
  completions,
  documentSymbol,
  hover,
  locations,
  wordAt,
  workspaceSymbols,
  type Asked,
} from './answers.ts'
import { workspaceEdit } from './edits.ts'
import { projectOf, sourceAt, type OpenInventory } from './inventory.ts'
import { offsetAt, spanOfRange } from './positions.ts'
import { tell } from './report.ts'
import { discover, foldersOf, inventoryWith, sessionOf, type Session, type Settings } from './session.ts'
import { watchFolders, watchTexts } from './watch.ts'

/** Speaks the language server protocol over this process's standard streams until the editor ends it. */
export function serve(settings: Settings): Promise<void> {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout)
  const documents = new TextDocuments(TextDocument)
  const session = sessionOf(settings, connection, documents)
  connection.onInitialize(({ workspaceFolders, rootUri, capabilities: { workspace } }) => {
    const roots = workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === 'string' ? [rootUri] : [])
    session.roots = foldersOf(roots)
    session.isWatched = workspace?.didChangeWatchedFiles?.dynamicRegistration === true
    discover(session)
    return { capabilities, serverInfo: { name: 'serat', version } }
  })
  connection.onInitialized(async () => {
    if (session.isWatched)
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*' }],
      })
    tell(session)
  })
  const changed = watchTexts(session)
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
    changed(watchFolders(session, event), 'disk')
  })
  answerQuestions(session)
  documents.listen(connection)
  connection.listen()
  return new Promise(resolve => connection.onExit(resolve))
}

const capabilities: ServerCapabilities = {
  textDocumentSync: TextDocumentSyncKind.Incremental,
  completionProvider: { triggerCharacters: [' ', ':', '[', ',', '/'] },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor] },
  codeLensProvider: {},
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
}

interface At {
  readonly textDocument: { readonly uri: string }
  readonly position?: Position
}

/** What is asked about; undefined for a file that is not of an inventory. */
function askedOf(session: Session, { textDocument: { uri }, position }: At): Asked | undefined {
  const open = inventoryWith(session, uri)
  if (open === undefined) return undefined
  const project = projectIn(session, open)
  const source = sourceAt(open, project, uri)
  if (source === undefined) return undefined
  return { project, open, source, offset: position === undefined ? 0 : offsetAt(source, position) }
}

function projectIn(session: Session, open: OpenInventory): Project {
  open.project ??= projectOf(open, session)
  return open.project
}

function answerQuestions(session: Session): void {
  const { connection, language } = session
  const about = <Answer>(at: At, answer: (asked: Asked) => Answer): Answer | null => {
    const asked = askedOf(session, at)
    return asked === undefined ? null : answer(asked)
  }
  connection.onCompletion(at => about(at, asked => completions(asked, language)))
  connection.onHover(at => about(at, asked => hover(asked, language)))
  connection.onDefinition(at => about(at, asked => locations(asked, definitionsAt)))
  connection.onReferences(at => about(at, asked => locations(asked, referencesAt)))
  connection.onDocumentSymbol(at =>
    about(at, ({ project, source }) =>
      symbolsIn(project, source).map(symbol => documentSymbol(source, symbol, language)),
    ),
  )
  connection.onWorkspaceSymbol(({ query }) => {
    const opened = [...session.inventories].map(open => ({ open, project: projectIn(session, open) }))
    return workspaceSymbols(opened, query, language)
  })
  connection.onCodeLens(at =>
    about(at, ({ project, source }) =>
      lensesIn(project, source).map(({ range, title }) => ({
        range: spanOfRange(range),
        command: { title: title[language], command: '' },
      })),
    ),
  )
  connection.onPrepareRename(at =>
    about(at, ({ project, source, offset }) => {
      const meant = thingMeant(project, source, offset)
      if (meant === undefined) return null
      const stays = staysNamed(meant)
      if (stays !== undefined) throw refusal([stays], language)
      return wordAt(source, offset)
    }),
  )
  connection.onRenameRequest(({ newName, ...at }) =>
    about(at, ({ project, open, source, offset }) => {
      const edited = renameAt(project, source, offset, newName)
      if (isRefused(edited)) throw refusal(edited, language)
      return workspaceEdit(open, project, edited)
    }),
  )
  connection.onCodeAction(({ range, context, ...at }) =>
    about({ ...at, position: range.start }, asked => actions(asked, { range, context }, session)),
  )
}

function refusal(reasons: readonly Bilingual[], language: Language): ResponseError {
  return new ResponseError(-32803, reasons.map(reason => reason[language]).join('; '))
}
