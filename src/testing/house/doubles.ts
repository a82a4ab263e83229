import ts from 'typescript'
import { nodesOf, parsed, type CodeFile } from './code.ts'

/** Where a thing is written by hand that has one place in the house: `path what`. */
export function doublesOf(file: CodeFile): string[] {
  const found = nodesOf(parsed(file)).flatMap(node => [
    ...(file.path !== 'text/order.ts' && isComparator(node) ? ['comparator'] : []),
    ...(!cleaners.includes(file.path) && isCleaner(node) ? ['cleaner of text'] : []),
    ...(file.path !== 'text/nearest.ts' && isImportOf(node, 'fastest-levenshtein') ? ['search of a near name'] : []),
    ...(!file.path.startsWith('words/') && isWordTable(node) ? ['table of words'] : []),
  ])
  return found.map(what => `${file.path} ${what}`)
}

/** The screen's, those of the output languages, and the model's refusal of signs that nobody sees. */
const cleaners = ['text/screen.ts', 'text/hidden-signs.ts', 'render/text/escape.ts', 'model/scalars.ts']

/** `a < b ? -1 : …`: an order of two values. */
function isComparator(node: ts.Node): boolean {
  return (
    ts.isConditionalExpression(node) &&
    ts.isBinaryExpression(node.condition) &&
    [ts.SyntaxKind.LessThanToken, ts.SyntaxKind.GreaterThanToken].includes(node.condition.operatorToken.kind) &&
    ['-1', '1'].includes(node.whenTrue.getText()) &&
    /^-?1$|\?/.test(node.whenFalse.getText())
  )
}

/** A pattern of signs that turn a line around. */
function isCleaner(node: ts.Node): boolean {
  return ts.isRegularExpressionLiteral(node) && /\\u20(?:2a|66)/.test(node.getText())
}

function isImportOf(node: ts.Node, name: string): boolean {
  return ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier) && node.moduleSpecifier.text === name
}

const nouns = new Set(['sirkuit', 'sirkuit sewa', 'sirkit sewa', 'bentang', 'bentangan', 'hand-off', 'titik serah'])
const months = new Set(['Februari', 'Agustus', 'Desember'])

/** An object or list in which several kinds of things, or several months, get their names. */
function isWordTable(node: ts.Node): boolean {
  if (!ts.isObjectLiteralExpression(node) && !ts.isArrayLiteralExpression(node)) return false
  const values = ts.isArrayLiteralExpression(node)
    ? [...node.elements]
    : node.properties.flatMap(property => (ts.isPropertyAssignment(property) ? [property.initializer] : []))
  const names = values.flatMap(indonesianOf)
  return [nouns, months].some(known => names.filter(name => known.has(name)).length >= 2)
}

function indonesianOf(value: ts.Expression): string[] {
  if (ts.isStringLiteral(value)) return [value.text]
  if (!ts.isObjectLiteralExpression(value)) return []
  return value.properties.flatMap(property =>
    ts.isPropertyAssignment(property) && property.name.getText() === 'id' && ts.isStringLiteral(property.initializer)
      ? [property.initializer.text]
      : [],
  )
}
