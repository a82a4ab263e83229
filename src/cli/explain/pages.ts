import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/**
 * Markdown of the page beside each rule, by the rule's name, of the loader's findings as `codes`, and of the terms of
 * review as `ratchets`. A package carries them as text.
 */
export const pages: ReadonlyMap<string, string> = readPages(join(import.meta.dirname, '../..'))

function readPages(sources: string): ReadonlyMap<string, string> {
  const rules = readdirSync(join(sources, 'rules'), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.md'))
    .map(path => join(sources, 'rules', path))
  return new Map(
    [...rules, join(sources, 'load/codes.md'), join(sources, 'change/review/ratchets.md')].map(path => [
      basename(path, '.md'),
      readFileSync(path, 'utf8'),
    ]),
  )
}
