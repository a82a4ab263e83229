/** Room on a sheet of A4 for a drawing under its heading, in pixels of a style sheet. */
const landscape = { width: 1010, height: 560 }
const portrait = { width: 690, height: 900 }

/** A drawing that would not fit a sheet is made smaller there, but not until nobody can read it. */
const smallest = 0.4

interface Size {
  readonly width: number
  readonly height: number
}

export function paperZoom({ width, height }: Size, sheet: 'landscape' | 'portrait'): number {
  const room = sheet === 'landscape' ? landscape : portrait
  return Math.max(smallest, Math.min(1, room.width / width, room.height / height))
}
