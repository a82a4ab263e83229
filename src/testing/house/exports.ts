import { posix } from 'node:path'
import ts from 'typescript-api'
import { nodesOf, parsed, type CodeFile } from './code.ts'

/** A name that a file offers: `path name`. */
type Offered = string

/** Exports of `files` that no other file of `readers` takes. */
export function untaken(files: readonly CodeFile[], readers: readonly CodeFile[]): Offered[] {
  const taken = new Set(readers.flatMap(takenBy))
  return files.flatMap(file =>
    exportsOf(file)
      .filter(name => !taken.has(`${file.path} ${name}`) && !taken.has(`${file.path} *`))
      .map(name => `${file.path} ${name}`),
  )
}

/** Whether the file that offers a name does not use it either, beyond saying what it is. */
export function isIdleAtHome(files: readonly CodeFile[], offered: Offered): boolean {
  const [path, name] = offered.split(' ')
  const home = files.find(file => file.path === path)
  const uses = home && nodesOf(parsed(home)).filter(node => ts.isIdentifier(node) && node.text === name)
  return uses?.length === 1
}

function exportsOf(file: CodeFile): string[] {
  return parsed(file).statements.flatMap(statement => {
    if (ts.isExportDeclaration(statement)) return namesIn(statement.exportClause)
    if (!isExported(statement)) return []
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name))
    return isNamed(statement) ? [statement.name?.text ?? 'default'] : []
  })
}

function isNamed(
  statement: ts.Statement,
): statement is ts.FunctionDeclaration | ts.ClassDeclaration | ts.InterfaceDeclaration | ts.TypeAliasDeclaration {
  return (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  )
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  )
}

function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text]
  return name.elements.flatMap(element => (ts.isBindingElement(element) ? boundNames(element.name) : []))
}

function namesIn(clause: ts.NamedExportBindings | undefined): string[] {
  return clause !== undefined && ts.isNamedExports(clause) ? clause.elements.map(({ name }) => name.text) : []
}

/** What one file takes of others; `path *` where it takes the whole file. */
function takenBy(file: CodeFile): Offered[] {
  return nodesOf(parsed(file)).flatMap(node => {
    const from = sourceOf(node)
    if (from === undefined || !from.startsWith('.')) return []
    const path = posix.join(posix.dirname(file.path), from)
    return namesTaken(node).map(name => `${path} ${name}`)
  })
}

function sourceOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return textOf(node.moduleSpecifier)
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return textOf(node.arguments[0])
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return textOf(node.argument.literal)
  return undefined
}

function textOf(node: ts.Node | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteral(node) ? node.text : undefined
}

function namesTaken(node: ts.Node): string[] {
  if (ts.isImportDeclaration(node)) {
    const bindings = node.importClause?.namedBindings
    const named = bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements : undefined
    return named?.map(element => (element.propertyName ?? element.name).text) ?? ['*']
  }
  if (ts.isExportDeclaration(node) && node.exportClause !== undefined && ts.isNamedExports(node.exportClause))
    return node.exportClause.elements.map(element => (element.propertyName ?? element.name).text)
  return ['*']
}
