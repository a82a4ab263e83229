import {
  CodeActionKind,
  createConnection,
  DidChangeWatchedFilesNotification,
  ProposedFeatures,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type Position,
  type ServerCapabilities,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { fileURLToPath } from 'node:url'
import type { Bilingual, Language } from '../diagnostic/diagnostic.ts'
import { isRefused } from '../edit/edited.ts'
import { lensesIn } from '../editor/lenses.ts'
import { definitionsAt, referencesAt, renameAt, symbolsIn, thingMeant } from '../editor/navigate.ts'
import type { Project } from '../editor/project.ts'
import { actions, completions, documentSymbol, hover, locations, wordAt, type Asked } from './answers.ts'
import { workspaceEdit } from './edits.ts'
import { inventoryIn, pathOf, projectOf, takeText, uriOf, type OpenInventory, type Surroundings } from './inventory.ts'
import { offsetAt, spanOfRange } from './positions.ts'
import { toldByPath } from './report.ts'

/** How long after the last key the inventory is compiled anew. */
const pauseMs = 60

interface Settings extends Surroundings {
  readonly language: Language
  /** Absolute; where none is given, the one in the folder that the editor opened. */
  readonly inventory: string | undefined
}

/** One editor's server: what is open, and the last compilation of it. */
interface Session extends Settings {
  readonly connection: Connection
  open: OpenInventory | undefined
  /** Undefined where something was typed since. */
  project: Project | undefined
  /** Files that findings were told of. */
  told: ReadonlySet<string>
  /** Messages about changed texts and files so far. */
  changes: number
  /** The editor says what changes on the disk; otherwise it is read again each time. */
  isWatched: boolean
}

/** Speaks the language server protocol over this process's standard streams until the editor ends it. */
export function serve(settings: Settings): Promise<void> {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout)
  const documents = new TextDocuments(TextDocument)
  const session: Session = {
    ...settings,
    connection,
    open: undefined,
    project: undefined,
    told: new Set(),
    changes: 0,
    isWatched: false,
  }
  connection.onInitialize(({ workspaceFolders, rootUri, capabilities: { workspace } }) => {
    const root = workspaceFolders?.[0]?.uri ?? rootUri
    const folder = settings.inventory ?? (root?.startsWith('file:') === true ? fileURLToPath(root) : undefined)
    session.open = folder === undefined ? undefined : inventoryIn(folder)
    session.isWatched = workspace?.didChangeWatchedFiles?.dynamicRegistration === true
    return { capabilities, serverInfo: { name: 'serat' } }
  })
  connection.onInitialized(async () => {
    if (session.isWatched)
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*' }],
      })
    tell(session)
  })
  watchTexts(session, documents)
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
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor] },
  codeLensProvider: {},
}

function watchTexts(session: Session, documents: TextDocuments<TextDocument>): void {
  let waiting: NodeJS.Timeout | undefined
  const changed = (on: 'disk' | 'screen'): void => {
    session.changes++
    session.project = undefined
    if (session.open !== undefined && (on === 'disk' || !session.isWatched)) session.open.disk = undefined
    clearTimeout(waiting)
    waiting = setTimeout(() => tell(session), pauseMs)
  }
  documents.onDidChangeContent(({ document }) => {
    if (session.open !== undefined && takeText(session.open, document.uri, document.getText())) changed('screen')
  })
  documents.onDidClose(({ document }) => {
    const path = session.open === undefined ? undefined : pathOf(session.open, document.uri)
    if (path !== undefined && session.open?.typed.delete(path) === true) changed('disk')
  })
  documents.onDidSave(() => changed('disk'))
  session.connection.onDidChangeWatchedFiles(() => changed('disk'))
  session.connection.onExit(() => clearTimeout(waiting))
}

function projectIn(session: Session): Project | undefined {
  const { open } = session
  if (open === undefined) return undefined
  session.project ??= projectOf(open, session)
  return session.project
}

/** Findings of every file, open or not; of files that have none any more, none. Then how many changes they are of. */
function tell(session: Session): void {
  const { open, connection, language } = session
  try {
    const project = projectIn(session)
    if (open === undefined || project === undefined) return
    const told = toldByPath(open, project, language)
    for (const path of new Set([...session.told, ...told.keys()]))
      void connection.sendDiagnostics({ uri: uriOf(open, path), diagnostics: told.get(path) ?? [] })
    session.told = new Set(told.keys())
  } catch (error) {
    // A folder that is just being moved or checked out is whole again at the next change; a server that died answers
    // nobody.
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  void connection.sendNotification('$/serat/checked', { changes: session.changes })
}

interface At {
  readonly textDocument: { readonly uri: string }
  readonly position?: Position
}

/** What is asked about; undefined for a file that is not of the inventory. */
function askedOf(session: Session, { textDocument, position }: At): Asked | undefined {
  const project = projectIn(session)
  const { open } = session
  if (project === undefined || open === undefined) return undefined
  const path = pathOf(open, textDocument.uri)
  const source = project.sources.find(each => each.path === path)
  return source === undefined
    ? undefined
    : { project, open, source, offset: position === undefined ? 0 : offsetAt(source, position) }
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
    about(at, ({ project, source }) => symbolsIn(project, source).map(symbol => documentSymbol(symbol, language))),
  )
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
      const [spot] = thingMeant(project, source, offset) === undefined ? [] : [wordAt(source, offset)]
      return spot ?? null
    }),
  )
  connection.onRenameRequest(({ newName, ...at }) =>
    about(at, ({ project, open, source, offset }) => {
      const edited = renameAt(project, source, offset, newName)
      if (isRefused(edited)) throw refusal(edited, language)
      return workspaceEdit(open, project, edited)
    }),
  )
  connection.onCodeAction(({ range, ...at }) =>
    about({ ...at, position: range.start }, asked => actions(asked, range.start, session)),
  )
}

function refusal(reasons: readonly Bilingual[], language: Language): ResponseError {
  return new ResponseError(-32803, reasons.map(reason => reason[language]).join('; '))
}
