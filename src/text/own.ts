/** The entry of a record under a name that somebody typed: `constructor` and `__proto__` are names like any other. */
export function own<V>(record: Readonly<Record<string, V>>, name: string): V | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}
