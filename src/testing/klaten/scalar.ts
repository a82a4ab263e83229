import { isMap, isScalar, isSeq, parseDocument, type Document } from 'yaml'
import { camelCase, type Place, type Source } from '../../source/source.ts'

/** A scalar of a YAML file: what it says, and where it stands. */
export interface Scalar {
  readonly text: string
  readonly offsets: readonly [number, number]
}

const documents = new WeakMap<Source, Document.Parsed>()

function documentOf(source: Source): Document.Parsed {
  const known = documents.get(source)
  if (known !== undefined) return known
  const document = parseDocument(source.text)
  documents.set(source, document)
  return document
}

/**
 * The scalar that a place names, read with the YAML library and none of our own code; undefined where the file has none
 * there.
 */
export function scalarAt(place: Place): Scalar | undefined {
  let node: unknown = documentOf(place.source).contents
  let key: unknown
  for (const step of place.path) {
    if (isSeq(node) && typeof step === 'number') node = node.items[step]
    else if (isMap(node)) {
      const pair = node.items.find(
        item => isScalar(item.key) && camelCase(item.key.source ?? String(item.key.value)) === String(step),
      )
      if (pair === undefined) return undefined
      key = pair.key
      node = pair.value
    } else return undefined
  }
  const found = place.key === true ? key : node
  if (!isScalar(found) || found.range === undefined || found.range === null) return undefined
  return { text: found.source ?? String(found.value), offsets: [found.range[0], found.range[1]] }
}

/** The file's text with other words in the place of a scalar; text that was quoted stays quoted. */
export function withScalar({ source: { text } }: Place, { offsets: [start, end] }: Scalar, value: string): string {
  const quote = /^["']/.exec(text.slice(start, end))?.[0] ?? ''
  return text.slice(0, start) + quote + value + quote + text.slice(end)
}
