/** What is read of an inventory folder at most: bytes of files, and how many there are. */

export const largestDocument = 100_000_000
export const largestFile = 2_000_000
export const largestLedger = 40_000_000
/** Ten thousand sites have some 20 MB in 11,000 files. */
export const largestInventory = 60_000_000
export const mostFiles = 20_000
/** Files that mean nothing are named up to this many; the rest is counted. */
export const mostStrays = 20
