import type { Position, Range as Span } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Range, Source } from '../source/source.ts'
import { remembered } from '../source/remembered.ts'

/** Lines and columns of the protocol count from 0, ours from 1; both count UTF-16 units. */

const documentOf = remembered(({ text }: Source) => TextDocument.create('inventory:', 'yaml', 0, text))

export function offsetAt(source: Source, position: Position): number {
  return documentOf(source).offsetAt(position)
}

export function spanOf(source: Source, from: number, to: number): Span {
  const document = documentOf(source)
  return { start: document.positionAt(from), end: document.positionAt(to) }
}

export function spanOfRange({ line, column, endLine, endColumn }: Range): Span {
  return {
    start: { line: line - 1, character: column - 1 },
    end: { line: endLine - 1, character: endColumn - 1 },
  }
}
