import ts from 'typescript-api'
import { nodesOf, parsed, type CodeFile } from './code.ts'

/** What the formatter breaks at, and what a comment is broken at by hand. */
const commentColumns = 120
/** So wide may a line be for a short sentence's sake, which reads better whole. */
const mostColumns = 140

/**
 * Lines that nobody reads whole: `path:line`. A sentence for a person is broken where a clause ends. A line of a
 * router's configuration, a pattern, markup and a text of several lines are as wide as what they say.
 */
export function tooWide(file: CodeFile): string[] {
  const tree = parsed(file)
  const lines = file.text.split('\n')
  const whole = new Set(
    nodesOf(tree)
      .filter(isOfOneLine)
      .flatMap(node => {
        const [from, to] = [node.getStart(), node.end].map(at => tree.getLineAndCharacterOfPosition(at).line)
        return Array.from({ length: (to ?? 0) - (from ?? 0) + 1 }, (_, i) => (from ?? 0) + i)
      }),
  )
  return lines.flatMap((line, i) => {
    if (whole.has(i)) return []
    const isComment = /^\s*(?:\/\*\*|\*|\/\/) /.test(line)
    return line.length > (isComment ? commentColumns : mostColumns) ? [`${file.path}:${i + 1}`] : []
  })
}

function isOfOneLine(node: ts.Node): boolean {
  if (ts.isRegularExpressionLiteral(node) || ts.isTaggedTemplateExpression(node)) return true
  return (ts.isTemplateExpression(node) || ts.isStringLiteralLike(node)) && /\n|<\/?[a-z]/i.test(node.getText())
}
