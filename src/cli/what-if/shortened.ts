const mostRanges = 6

/** The first few ranges, and how many more there are. */
export function shortened(ranges: readonly string[]): string {
  return ranges.length <= mostRanges
    ? ranges.join(', ')
    : `${ranges.slice(0, mostRanges).join(', ')}, +${ranges.length - mostRanges}`
}
