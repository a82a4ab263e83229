import { isMap, isScalar, parseDocument, visit } from 'yaml'
import type { Place } from '../../source/source.ts'
import { textOf, withText, type Files } from './inventory.ts'
import { withScalar, type Scalar } from './scalar.ts'

/** Names of ports that could stand in the place of another one. */
const siblings: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^sfp28-/, ['sfp28-11', 'sfp28-6', 'sfp28-5']],
  [/^sfp-sfpplus/, ['sfp-sfpplus3', 'sfp-sfpplus4', 'sfp-sfpplus2', 'sfp-sfpplus1']],
  [/^ether/, ['ether2', 'ether3', 'ether4']],
  [/^eno/, ['eno2', 'eno5', 'eno6', 'eno1']],
  [/^enp/, ['enp1s0f1', 'enp1s0f0']],
]

/**
 * First ports that are free; then one more of a larger model; then a port that is taken, whose user takes this one's
 * place.
 */
export function* otherPorts(files: Files, place: Place, scalar: Scalar): Iterable<Files> {
  const path = place.source.path
  const others = (siblings.find(([form]) => form.test(scalar.text))?.[1] ?? []).filter(name => name !== scalar.text)
  for (const name of others) yield withText(files, path, withScalar(place, scalar, name))
  const router = routerAt(place)
  if (router === undefined) return
  const site = `opd/${router}.yaml`
  const larger = withText(files, site, textOf(files, site).replace(/model: .*/, 'model: CCR2116-12G-4S+'))
  for (const name of others) yield withText(larger, path, withScalar(place, scalar, name))
  for (const name of others) yield swapped(files, router, scalar.text, name)
}

/** The router of the same map: `a: { router: x, port: y }`. */
function routerAt({ source, path }: Place): string | undefined {
  const value: unknown = parseDocument(source.text).getIn([...path.slice(0, -1), 'router'])
  return typeof value === 'string' ? value : undefined
}

/** Both uses of two ports of one router exchanged, in the route files. */
function swapped(files: Files, router: string, one: string, other: string): Files {
  return {
    ...files,
    sources: files.sources.map(source =>
      source.path.startsWith('routes/') ? { ...source, text: swappedText(source.text, router, one, other) } : source,
    ),
  }
}

function swappedText(text: string, router: string, one: string, other: string): string {
  const edits: { readonly start: number; readonly end: number; readonly value: string }[] = []
  visit(parseDocument(text), {
    Map(_, node) {
      if (!isMap(node) || node.get('router') !== router) return
      const port: unknown = node.get('port', true)
      if (!isScalar(port) || port.range === undefined || port.range === null) return
      if (port.value === one) edits.push({ start: port.range[0], end: port.range[1], value: other })
      if (port.value === other) edits.push({ start: port.range[0], end: port.range[1], value: one })
    },
  })
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((result, { start, end, value }) => result.slice(0, start) + value + result.slice(end), text)
}
