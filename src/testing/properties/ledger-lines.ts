/** A ledger read from its text by a reader of its own, line by line. */
export type LedgerLines = ReadonlyMap<string, Line>

export interface Line {
  readonly value: string
  readonly retired: string | undefined
}

export function ledgerLines(text: string): LedgerLines {
  return new Map(
    text.split('\n').flatMap(line => {
      const [, key, retiredValue, retired, value] =
        /^([a-z][^:]*): (?:\{ value: (\S+), retired: (\S+) \}|(\S+))$/.exec(line) ?? []
      return key === undefined || key === 'format'
        ? []
        : [[key, { value: retiredValue ?? value ?? '', retired }] as const]
    }),
  )
}

const kinds: Readonly<Record<string, string>> = {
  segment: 'site',
  router: 'site',
  link: 'route',
  transfer: 'circuit',
  tunnel: 'circuit',
}

/** The thing, as `kind/id`, that an allocation belongs to. */
export function ownerOf(key: string): string {
  const [kind = '', id = ''] = key.split('/')
  return `${kinds[kind] ?? kind}/${id}`
}

export function isSame(a: Line | undefined, b: Line | undefined): boolean {
  return a?.value === b?.value && a?.retired === b?.retired
}
