import {
  CodeActionKind,
  createConnection,
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
import { inventoryIn, pathOf, projectOf, uriOf, type OpenInventory } from './inventory.ts'
import { offsetAt, spanOfRange } from './positions.ts'
import { toldByPath } from './report.ts'

/** How long after the last key the inventory is compiled anew. */
const pauseMs = 60

interface Settings {
  readonly language: Language
  /** The day of the machine. */
  readonly today: () => string
}

/** One editor's server: what is open, and the last compilation of it. */
interface Session extends Settings {
  readonly connection: Connection
  open: OpenInventory | undefined
  /** Undefined where something was typed since. */
  project: Project | undefined
  /** Files that findings were told of. */
  told: ReadonlySet<string>
}

/** Speaks the language server protocol over this process's standard streams until the editor ends it. */
export function serve(settings: Settings): Promise<void> {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout)
  const documents = new TextDocuments(TextDocument)
  const session: Session = { ...settings, connection, open: undefined, project: undefined, told: new Set() }
  connection.onInitialize(({ workspaceFolders, rootUri }) => {
    const root = workspaceFolders?.[0]?.uri ?? rootUri
    session.open = root?.startsWith('file:') === true ? inventoryIn(fileURLToPath(root)) : undefined
    return { capabilities, serverInfo: { name: 'serat' } }
  })
  connection.onInitialized(() => tell(session))
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
  const changed = (): void => {
    session.project = undefined
    clearTimeout(waiting)
    waiting = setTimeout(() => tell(session), pauseMs)
  }
  documents.onDidChangeContent(({ document }) => {
    const path = session.open === undefined ? undefined : pathOf(session.open, document.uri)
    if (path === undefined) return
    session.open?.typed.set(path, document.getText())
    changed()
  })
  documents.onDidClose(({ document }) => {
    const path = session.open === undefined ? undefined : pathOf(session.open, document.uri)
    if (path !== undefined && session.open?.typed.delete(path) === true) changed()
  })
  session.connection.onDidChangeWatchedFiles(changed)
  session.connection.onExit(() => clearTimeout(waiting))
}

function projectIn(session: Session): Project | undefined {
  if (session.open === undefined) return undefined
  session.project ??= projectOf(session.open, session.today())
  return session.project
}

/** Findings of every file, open or not; of files that have none any more, none. */
function tell(session: Session): void {
  const { open, connection, language } = session
  const project = projectIn(session)
  if (open === undefined || project === undefined) return
  const told = toldByPath(open, project, language)
  for (const path of new Set([...session.told, ...told.keys()]))
    void connection.sendDiagnostics({ uri: uriOf(open, path), diagnostics: told.get(path) ?? [] })
  session.told = new Set(told.keys())
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
  connection.onCompletion(at => about(at, asked => completions(asked)))
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
