/** A name as people say it: case, width and what stands between its words do not tell two names apart. */
export function asCalled(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s._-]+/g, ' ')
    .trim()
}

/** Names of which these are whole words, each once as it is called: `Bagian Hukum` of `Bagian Hukum Setda`. */
export function namesHolding(said: string, names: readonly string[]): string[] {
  const words = ` ${asCalled(said)} `
  const called = new Map(names.map(name => [asCalled(name), name]))
  return [...called].flatMap(([each, name]) => (` ${each} `.includes(words) ? [name] : []))
}
