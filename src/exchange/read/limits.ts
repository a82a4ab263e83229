/** What a file may ask of this machine, checked before a library sees it. */
export const limits = {
  /** Bytes of one file. */
  file: 64_000_000,
  /** Bytes of all that an archive unpacks to, and of one part of it. */
  unpacked: 256_000_000,
  /** An archive's parts. */
  parts: 2_000,
  /** A part that unpacks to more than this many times its size was made to. */
  ratio: 400,
  rows: 200_000,
  columns: 500,
  cells: 4_000_000,
  /** Characters of one cell: what a spreadsheet program takes. */
  cell: 32_767,
  /** Elements inside each other. */
  depth: 64,
  points: 2_000_000,
} as const
