/** Which lines of two lists are kept, in order: as many on one side as on the other. */
interface Common {
  readonly before: ReadonlySet<number>
  readonly after: ReadonlySet<number>
}

/** Above this many pairs the middle is taken as a bag: nobody reads such a change line by line. */
const mostPairs = 4_000_000

/** Numbers of the lines of a longest common subsequence, on both sides. */
export function longestCommon(a: readonly string[], b: readonly string[]): Common {
  const kept = { before: new Set<number>(), after: new Set<number>() }
  const keep = (i: number, j: number): void => {
    kept.before.add(i)
    kept.after.add(j)
  }
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) keep(start, start++)
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) keep(--endA, --endB)
  const [rows, columns] = [endA - start, endB - start]
  if (rows * columns > mostPairs || rows === 0 || columns === 0) return kept
  const width = columns + 1
  const lengths = new Int32Array((rows + 1) * width)
  const at = (i: number, j: number): number => lengths[i * width + j] as number
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[start + i] === b[start + j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  for (let [i, j] = [0, 0]; i < rows && j < columns; ) {
    if (a[start + i] === b[start + j]) keep(start + i++, start + j++)
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return kept
}
