import ts from 'typescript-api'
import { nodesOf, parsed, type CodeFile } from './code.ts'

/**
 * Sentences that a person would read in English alone: `path: text`. Elsewhere the types ask for both languages; what
 * an engine calls throws and logs plain text, and so do direct prints.
 */
export function oneLanguageOf(file: CodeFile): string[] {
  if (unspoken.includes(file.path)) return []
  const isOfEngine = file.path.startsWith('pulumi/')
  return nodesOf(parsed(file))
    .filter(node => isSentence(node) && (isOfEngine || isPrinted(node)) && !hasPair(node))
    .map(node => `${file.path}: ${textOf(node) ?? ''}`)
}

/** For whoever writes programs, and for the tests. */
const unspoken = ['pulumi/provider/schema.ts', 'pulumi/targets/frr-lines.ts']

/** Words that an English sentence has, and no command or name of a file. */
const english =
  /\b(the|is|are|was|were|not?|of|with|that|this|has|have|cannot|needs?|does|do|did|its?|and|there|nobody|nothing|another|broke|failed|after)\b/i

function isSentence(node: ts.Node): boolean {
  const text = textOf(node)
  if (text === undefined || /^[#/:]/.test(text)) return false
  const words = text.replaceAll(/`[^`]*`/g, '')
  return /[a-z§]{2,}[ ,:;]+[a-z§]{2,}/i.test(words) && english.test(words)
}

/** The text of a literal, `§` for what is put into it. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text
  if (!ts.isTemplateExpression(node)) return undefined
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('§')
}

/** Handed as it is to what writes to a terminal. */
function isPrinted(node: ts.Node): boolean {
  let call = node.parent
  while (ts.isBinaryExpression(call)) call = call.parent
  return ts.isCallExpression(call) && /(^console\.|\.write$|\blog\.)/.test(call.expression.getText())
}

/** It is the English half of two. */
function hasPair(node: ts.Node): boolean {
  for (let each = node; !ts.isSourceFile(each); each = each.parent) {
    if (ts.isPropertyAssignment(each) && each.name.getText() === 'en') return hasIndonesian(each.parent)
    if (ts.isVariableDeclaration(each) && each.name.getText() === 'english') return true
  }
  return false
}

function hasIndonesian(node: ts.Node): boolean {
  return ts.isObjectLiteralExpression(node) && node.properties.some(each => each.name?.getText() === 'id')
}
