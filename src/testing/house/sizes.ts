import ts from 'typescript-api'
import { nodesOf, parsed, type CodeFile } from './code.ts'

const most = { fileLines: 250, functionLines: 60, parameters: 5 }

/** What is too large to be read at one go: the path alone for a file, `path name` for a function. */
export function oversized(file: CodeFile): string[] {
  const tree = parsed(file)
  const lineOf = (offset: number): number => tree.getLineAndCharacterOfPosition(offset).line
  const large = nodesOf(tree)
    .filter(isFunction)
    .filter(
      node =>
        lineOf(node.getEnd()) - lineOf(node.getStart()) >= most.functionLines ||
        node.parameters.length > most.parameters,
    )
  return [
    ...(file.text.trimEnd().split('\n').length > most.fileLines ? [file.path] : []),
    ...large.map(node => `${file.path} ${nameOf(node)}`),
  ]
}

function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isConstructorDeclaration(node)
  )
}

function nameOf(node: ts.FunctionLikeDeclaration): string {
  if (node.name !== undefined) return node.name.getText()
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : 'anonymous'
}
