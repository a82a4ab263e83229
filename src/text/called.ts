/** A name as people say it: case, width and spaces do not tell two names apart. */
export function asCalled(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}
