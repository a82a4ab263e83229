import type { CodeFile } from './code.ts'

/** Comments of the kind that explains what comes next, with nothing next to them; one may head a file. */
export function hanging({ path, text }: CodeFile): string[] {
  const body = text.replace(/^(#!.*\n)?(import [^;]*? from '[^']+'\n|import '[^']+'\n|\n)*/, head =>
    '\n'.repeat(head.split('\n').length - 1),
  )
  const first = body.search(/\S/)
  return [...body.matchAll(/\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n\s*\n/g)]
    .filter(({ index }) => index !== first)
    .map(({ index }) => `${path}:${body.slice(0, index).split('\n').length}`)
}
