import { masked, resolved, type Secrets, type Template } from '../secrets/template.ts'

/** What a running configuration does not say, or says of its own accord: no drift. */
const silent: readonly RegExp[] = [
  /^!/, /^$/, /^(Building configuration\.\.\.|Current configuration:|frr version \S+|end)$/, /^(exit|exit-address-family)$/, /^hostname \S+$/,
  /^service integrated-vtysh-config$/, /^bgp ebgp-requires-policy$/, /^(detect-multiplier 3|transmit-interval 300|receive-interval 300)$/,
]

interface FrrLine {
  readonly text: string
  /** The blocks that it stands in, and its own words; undefined where it says nothing. */
  readonly path: string | undefined
  /** That of its block. */
  readonly block: string
}

/**
 * A running configuration in the words of the declared one: equal where both say the same, in whatever order; else lines that do not run
 * are missing and lines that nobody declared stand at the end of their block. Secrets are back by name.
 */
export function frrLive(template: Template, running: string, secrets: Secrets): string {
  const declared = linesOf(template.text)
  const wanted = linesOf(resolved(template, secrets))
  const runs = new Map(linesOf(running).flatMap(line => (line.path === undefined ? [] : [[line.path, line] as const])))
  const known = new Set(wanted.map(({ path }) => path))
  const added = [...runs].filter(([path]) => !known.has(path)).map(([, line]) => line)
  const lost = wanted.map(({ path }) => path !== undefined && !runs.has(path))
  if (added.length === 0 && !lost.includes(true)) return template.text
  const show = (line: FrrLine): string => masked({ ...template, text: template.text }, line.text, secrets)
  const result: string[] = []
  const placed = new Set<FrrLine>()
  declared.forEach((line, i) => {
    if (lost[i] !== true) result.push(line.text)
    const own = wanted[i]?.path
    if (own === undefined) return
    for (const extra of added.filter(({ block }) => block === own)) {
      result.push(show(extra))
      placed.add(extra)
    }
  })
  const rest = added.filter(line => !placed.has(line)).map(show)
  const text = result.join('\n')
  return rest.length === 0 ? text : text.replace(/\n?$/, '\n') + rest.join('\n') + '\n'
}

function linesOf(text: string): FrrLine[] {
  const path: { readonly indent: number; readonly text: string }[] = []
  return text.split('\n').map(raw => {
    const words = raw.trim()
    if (silent.some(pattern => pattern.test(words))) return { text: raw, path: undefined, block: '' }
    const indent = raw.length - raw.trimStart().length
    while ((path.at(-1)?.indent ?? -1) >= indent) path.pop()
    const block = path.map(each => each.text).join(' > ')
    path.push({ indent, text: words })
    return { text: raw, path: path.map(each => each.text).join(' > '), block }
  })
}
