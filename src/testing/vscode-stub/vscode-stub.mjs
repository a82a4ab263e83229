/**
 * NOT VS Code: a stub of its `vscode` module, with as much as the extension and the language client library touch. Whatever nobody described here is
 * a class that does nothing. What the editor would show is printed as lines of JSON.
 */
import { fileURLToPath, pathToFileURL } from 'node:url'

const folder = process.env.SERAT_STUB_FOLDER
const settings = JSON.parse(process.env.SERAT_STUB_SETTINGS ?? '{}')

const print = value => process.stdout.write(`${JSON.stringify(value)}\n`)
const nothing = () => ({ dispose() {} })

class Uri {
  constructor(href) {
    const { protocol, pathname } = new URL(href)
    this.href = href
    this.scheme = protocol.slice(0, -1)
    this.path = pathname
  }
  get fsPath() {
    return fileURLToPath(this.href)
  }
  toString() {
    return this.href
  }
  static parse = href => new Uri(href)
  static file = path => new Uri(pathToFileURL(path).href)
}

class Position {
  constructor(line, character) {
    Object.assign(this, { line, character })
  }
}

class Range {
  constructor(...at) {
    const [start, end] = at.length === 4 ? [new Position(at[0], at[1]), new Position(at[2], at[3])] : at
    Object.assign(this, { start, end })
  }
}

class Diagnostic {
  constructor(range, message, severity) {
    Object.assign(this, { range, message, severity })
  }
}

/** A kind of code action: a word with points, as `refactor.extract`. */
class CodeActionKind {
  constructor(value) {
    this.value = value
  }
  append(part) {
    return new CodeActionKind(this.value === '' ? part : `${this.value}.${part}`)
  }
  static Empty = new CodeActionKind('')
  static QuickFix = new CodeActionKind('quickfix')
  static Refactor = new CodeActionKind('refactor')
}

class EventEmitter {
  listeners = []
  event = listener => {
    this.listeners.push(listener)
    return nothing()
  }
  fire(value) {
    for (const listener of this.listeners) listener(value)
  }
  dispose() {}
}

class CancellationTokenSource {
  token = { isCancellationRequested: false, onCancellationRequested: nothing }
  cancel() {}
  dispose() {}
}

class Disposable {
  static from = nothing
  constructor(dispose) {
    this.dispose = dispose ?? (() => {})
  }
}

const channel = {
  name: 'stub',
  append() {},
  appendLine() {},
  clear() {},
  show() {},
  hide() {},
  dispose() {},
  error() {},
  warn() {},
  info() {},
  debug() {},
  trace() {},
  onDidChangeLogLevel: nothing,
}

/** Any event is one that never comes, any provider is taken and never asked. */
const quiet = known => new Proxy(known, { get: (own, name) => (name in own ? own[name] : nothing) })

const known = {
  version: '1.91.0',
  Uri,
  Position,
  Range,
  Diagnostic,
  CodeActionKind,
  EventEmitter,
  CancellationTokenSource,
  Disposable,
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
  env: { language: 'en', appName: 'stub' },
  l10n: { t: text => text },
  workspace: quiet({
    textDocuments: [],
    notebookDocuments: [],
    workspaceFolders: [{ uri: Uri.file(folder), name: 'stub', index: 0 }],
    getWorkspaceFolder: () => undefined,
    getConfiguration: () => ({ get: key => settings[key], inspect: () => undefined }),
    createFileSystemWatcher: () => quiet({ dispose() {} }),
  }),
  languages: quiet({
    match: () => 0,
    createDiagnosticCollection: () => ({
      set: (uri, list) =>
        print({
          shown: uri.toString(),
          findings: (list ?? []).map(({ range, message, code }) => ({
            line: range.start.line + 1,
            code: code?.value ?? code,
            message,
          })),
        }),
      delete() {},
      clear() {},
      dispose() {},
    }),
  }),
  window: quiet({
    visibleTextEditors: [],
    activeTextEditor: undefined,
    tabGroups: quiet({ all: [], close() {} }),
    createOutputChannel: () => channel,
    showErrorMessage: message => {
      print({ error: message })
      return Promise.resolve(undefined)
    },
  }),
  commands: quiet({ executeCommand: () => Promise.resolve() }),
}

class Unknown {}

export default new Proxy(known, {
  get: (own, name) => (name in own ? own[name] : Unknown),
  has: () => true,
})
