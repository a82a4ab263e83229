/** A line of a script with what stands below it. */
interface Piece {
  readonly text: string
  readonly inner: readonly Piece[]
  /** What goes back to the block above. */
  readonly leave?: string
}

/** Undefined: of no way, or of several. */
type WayOf = (texts: readonly string[]) => string | undefined

/**
 * The same lines, those of each way in one run behind what is of no way: while one of them is told its new keys, peers
 * and policies the others still stand, or stand already. `wordsOf`: for each interface of a way what names it, itself
 * and its far ends. Undefined where there are no two.
 */
export function wayByWay(
  lines: readonly string[],
  wordsOf: ReadonlyMap<string, ReadonlySet<string>>,
): string[] | undefined {
  if (wordsOf.size < 2 || lines.some(line => line.startsWith('banner '))) return undefined
  const wayOf: WayOf = texts => {
    const words = new Set(texts.flatMap(text => text.trim().split(' ')))
    const [own, ...others] = [...wordsOf]
      .filter(([, names]) => [...names].some(name => words.has(name)))
      .map(([name]) => name)
    return others.length > 0 ? undefined : own
  }
  const blocks = piecesOf(lines)
  const of = (way: string | undefined): string[] => blocks.flatMap(block => linesOf(only(block, wayOf, way)))
  return [...of(undefined), ...[...wordsOf.keys()].flatMap(of)]
}

const leaves = /^ *exit(-address-family)?$/
const depthOf = (line: string): number => line.length - line.trimStart().length

/** By indentation. */
function piecesOf(lines: readonly string[], depth = 0): Piece[] {
  const pieces: Piece[] = []
  for (let i = 0; i < lines.length; ) {
    const text = lines[i] ?? ''
    const end = lines.findIndex((line, at) => at > i && depthOf(line) <= depth)
    const inner = lines.slice(i + 1, end < 0 ? lines.length : end)
    const next = end < 0 ? undefined : lines[end]
    const leave = inner.length > 0 && next !== undefined && leaves.test(next) ? next : undefined
    pieces.push({ text, inner: piecesOf(inner, depth + 1), ...(leave === undefined ? {} : { leave }) })
    i += 1 + inner.length + (leave === undefined ? 0 : 1)
  }
  return pieces
}

function linesOf(piece: Piece | undefined): string[] {
  if (piece === undefined) return []
  return [piece.text, ...piece.inner.flatMap(linesOf), ...(piece.leave === undefined ? [] : [piece.leave])]
}

/** Blocks that hold lines of several ways; any other is of one way, or of none. */
const isShared = ({ text }: Piece): boolean => /^(router |crypto ikev2 keyring | address-family )/.test(text)

function only(piece: Piece, wayOf: WayOf, way: string | undefined): Piece | undefined {
  if (!isShared(piece)) return wayOf(isWay(piece) ? linesOf(piece) : []) === way ? piece : undefined
  const inner = piece.inner.flatMap(each => only(each, wayOf, way) ?? [])
  return inner.length === 0 && (piece.inner.length > 0 || way !== undefined) ? undefined : { ...piece, inner }
}

/** What every other block says of a way is asked for by it, or is nobody's affair: lists, policies, inspection. */
function isWay({ text }: Piece): boolean {
  return text.startsWith(' ') || /^(interface |crypto )/.test(text)
}
