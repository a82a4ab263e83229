import type { Source } from '../source/source.ts'

/**
 * The examples of a rule's page. Under a heading `### Reported: ...` or `### Accepted: ...` stand YAML blocks that are
 * laid together over the inventory `src/testing/contoh`. The first line of a block says what it is:
 *
 *     # opd/dishub.yaml              the whole file, new or in place of the one that is there
 *     # network.yaml, changed:       only the keys, or the items of the list, that differ or are new
 *     # circuits/bukit.yaml, removed
 */
export interface Example {
  readonly title: string
  readonly kind: 'reported' | 'accepted'
  readonly blocks: readonly Block[]
}

export interface Block {
  readonly path: string
  readonly how: 'whole' | 'changed' | 'removed'
  readonly text: string
}

export function examplesOf(page: string): Example[] {
  return page
    .split(/^### /m)
    .slice(1)
    .flatMap(section => {
      const heading = /^(Reported|Accepted): (.+)$/m.exec(section.split('\n')[0] ?? '')
      const blocks = [...section.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, body = '']) => blockOf(body))
      return heading === null
        ? []
        : [
            {
              title: heading[2] ?? '',
              kind: heading[1] === 'Reported' ? ('reported' as const) : ('accepted' as const),
              blocks,
            },
          ]
    })
}

const blockHeading = /^# ([a-z0-9/.-]+\.yaml)(?:, (changed:|removed))?$/

function blockOf(body: string): Block {
  const [first = '', ...lines] = body.split('\n')
  const match = blockHeading.exec(first)
  if (match === null) throw new Error(`a block begins with the path of its file, not with: ${first}`)
  const how = match[2] === 'changed:' ? 'changed' : match[2] === 'removed' ? 'removed' : 'whole'
  return { path: match[1] ?? '', how, text: lines.join('\n') }
}

/** The base inventory with the blocks of an example laid over it. */
export function laidOver(base: readonly Source[], blocks: readonly Block[]): Source[] {
  const texts = new Map(base.map(({ path, text }) => [path, text]))
  for (const { path, how, text } of blocks) {
    if (how === 'removed') texts.delete(path)
    else texts.set(path, how === 'whole' ? text : changed(texts.get(path) ?? '', text))
  }
  return [...texts].map(([path, text]) => ({ path, text }))
}

/**
 * `base` with each key or list item that `patch` names in place of its own; what is new comes last. A key that holds a
 * block is gone into.
 */
function changed(base: string, patch: string, depth = 0): string {
  const parts = new Map([['', ''], ...partsOf(base, depth)])
  for (const [name, text] of partsOf(patch, depth)) {
    const old = parts.get(name)
    parts.set(name, old !== undefined && isBlock(old) && isBlock(text) ? joined(old, text, depth + 1) : text)
  }
  return [...parts.values()].join('')
}

function joined(old: string, text: string, depth: number): string {
  const [first, rest] = cut(text)
  return first + changed(cut(old)[1], rest, depth)
}

function cut(text: string): [string, string] {
  const end = text.indexOf('\n') + 1
  return [text.slice(0, end), text.slice(end)]
}

function isBlock(text: string): boolean {
  return /^\s*[\w-]+: *$/.test(text.split('\n')[0] ?? '')
}

/**
 * Parts at one depth of indentation: `zones:`, or an item of a list by its first key, `- route: ring-1`. What stands
 * before the first is nameless.
 */
function partsOf(text: string, depth: number): Map<string, string> {
  const indent = '  '.repeat(depth)
  const parts = new Map<string, string>()
  let name = ''
  for (const line of text.split('\n')) {
    if (line === '') continue
    const content = line.startsWith(indent) ? line.slice(indent.length) : ''
    name = /^- (?:\{ )?(\w+: [^,\s]+)/.exec(content)?.[1] ?? /^([\w-]+):/.exec(content)?.[1] ?? name
    parts.set(name, `${parts.get(name) ?? ''}${line}\n`)
  }
  return parts
}
