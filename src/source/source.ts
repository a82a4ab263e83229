/** One file of the inventory. */
export interface Source {
  /** Path relative to the inventory folder, with forward slashes: `opd/dishub.yaml`. */
  readonly path: string
  readonly text: string
}

export type Step = string | number

/**
 * Where a value stands in the inventory: the steps that lead to it from the root of its document.
 * Keys are named as the code names them (`bandwidthMbps` for `bandwidth_mbps`). Line and column are looked up
 * only when somebody asks, by `locate`.
 */
export interface Place {
  readonly source: Source
  readonly path: readonly Step[]
  /** Points at the key instead of the value, where the key itself is what is wrong. */
  readonly key?: true
  /** Of two equal keys the first one; without it the last is meant. */
  readonly first?: true
  /** Offsets into the text, where a file could not be parsed and has no paths. */
  readonly offsets?: readonly [number, number]
}

/** Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface Range {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** The place of a value inside the thing that stands at `place`. */
export function inside(place: Place, ...steps: readonly Step[]): Place {
  return { source: place.source, path: [...place.path, ...steps] }
}

/** The place of a key inside the thing that stands at `place`. */
export function keyInside(place: Place, ...steps: readonly Step[]): Place {
  return { source: place.source, path: [...place.path, ...steps], key: true }
}

/** Equal for equal places. */
export function placeKey({ source, path }: Place): string {
  return `${source.path} ${path.join('/')}`
}

/** No key of the model is nearly as long; what is longer keeps its spelling. */
const longestKey = 100

/** `bandwidth_mbps`, as files write it, is `bandwidthMbps` in code. */
export function camelCase(key: string): string {
  if (key.length > longestKey || !key.includes('_')) return key
  return key.replace(/(?<=[a-z0-9])_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

/** `bandwidthMbps`, as code writes it, is `bandwidth_mbps` in files. */
export function snakeCase(key: string): string {
  if (key.length > longestKey) return key
  return key.replace(/(?<=[a-z0-9])[A-Z]/g, letter => '_' + letter.toLowerCase())
}
