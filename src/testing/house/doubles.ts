import ts from 'typescript-api'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { months, times } from '../../words/dates.ts'
import * as declared from '../../words/declared.ts'
import * as states from '../../words/states.ts'
import { structures, things } from '../../words/things.ts'
import { nodesOf, parsed, type CodeFile } from './code.ts'

/** Where a thing is written by hand that has one place in the house: `path what`. */
export function doublesOf(file: CodeFile): string[] {
  const found = nodesOf(parsed(file)).flatMap(node => [
    ...(file.path !== 'text/order.ts' && isComparator(node) ? ['comparator'] : []),
    ...(!cleaners.includes(file.path) && isCleaner(node) ? ['cleaner of text'] : []),
    ...(file.path !== 'text/nearest.ts' && isImportOf(node, 'fastest-levenshtein') ? ['search of a near name'] : []),
    ...(!isCatalogue(file.path) && isWordTable(node) ? ['table of words'] : []),
    ...(!reckoners.test(file.path) && multipliesMoney(node) ? ['sum of money'] : []),
    ...(!walkers.test(file.path) && readsStep(node) ? ['walk of the plant'] : []),
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

/** The book, and catalogues of sentences, whose headings are whole. */
function isCatalogue(path: string): boolean {
  return path.startsWith('words/') || path.endsWith('/messages.ts')
}

/** The kernel, and the guess of a first network that nobody has bought yet. */
const reckoners = /^(money|edit\/begin)\//

/** What is owed is computed in `money/` alone, in exact fractions; others add and compare. */
function multipliesMoney(node: ts.Node): boolean {
  return (
    ts.isBinaryExpression(node) &&
    [ts.SyntaxKind.AsteriskToken, ts.SyntaxKind.SlashToken].includes(node.operatorToken.kind) &&
    [node.left, node.right].some(isAmount)
  )
}

function isAmount(node: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.name.text.endsWith('Rupiah')
  return ts.isIdentifier(node) && node.text.endsWith('Rupiah')
}

/** Loading says which steps are known, an edit renames them, the plan walks them. */
const walkers = /^(load|edit|model|plan\/plant)\//

/** A step of a path (`c-utara-1/7`) taken apart by hand. */
function readsStep(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'split' &&
    /^(step|strand)\b/.test(node.expression.expression.getText()) &&
    node.arguments[0]?.getText() === "'/'"
  )
}

/** Every word of the book, as Indonesian says it; what is the same in both languages may be a code as well. */
const book = new Set(
  [things, structures, times, ...Object.values(declared), ...Object.values(states)]
    .flatMap(table => Object.values<Bilingual>(table))
    .concat(months)
    .filter(({ id, en }) => id !== en)
    .map(({ id }) => id.toLowerCase())
    // Names that were used for these things before there was a book.
    .concat('sirkit', 'sirkit sewa', 'bentangan', 'titik serah', 'jalur serat', 'lokasi', 'penyewa'),
)

/** Words of an inventory's files, which are no names in a text: `kuitansi`. */
const codes = new Set([declared, states].flatMap(tables => Object.values(tables)).flatMap(table => Object.keys(table)))

/** An object, list or choice in which two things or more get names that the book has. */
function isWordTable(node: ts.Node): boolean {
  return (
    new Set(
      entriesOf(node)
        .flatMap(indonesianOf)
        .filter(name => book.has(name)),
    ).size >= 2
  )
}

function entriesOf(node: ts.Node): readonly ts.Expression[] {
  if (ts.isArrayLiteralExpression(node)) return node.elements
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse]
  if (!ts.isObjectLiteralExpression(node)) return []
  return node.properties.flatMap(property => (ts.isPropertyAssignment(property) ? [property.initializer] : []))
}

/** The word of an entry: a text, one in both languages, or a row of a list that holds one. */
function indonesianOf(entry: ts.Expression): string[] {
  if (ts.isStringLiteral(entry)) return codes.has(entry.text) ? [] : [entry.text.toLowerCase()]
  if (ts.isArrayLiteralExpression(entry))
    return entry.elements.filter(ts.isObjectLiteralExpression).flatMap(indonesianOf)
  if (!ts.isObjectLiteralExpression(entry) || textAt(entry, 'en') === undefined) return []
  const id = textAt(entry, 'id')
  return id === undefined ? [] : [id.toLowerCase()]
}

function textAt(object: ts.ObjectLiteralExpression, key: string): string | undefined {
  return object.properties
    .filter(ts.isPropertyAssignment)
    .filter(({ name }) => name.getText() === key)
    .map(({ initializer }) => (ts.isStringLiteral(initializer) ? initializer.text : undefined))
    .at(0)
}
