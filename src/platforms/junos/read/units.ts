import { values } from '../../reading/patterns.ts'
import type { Statements } from './text.ts'

interface Unit {
  readonly name: string
  readonly addresses: readonly string[]
  readonly lines: readonly string[]
}

export function unitsOf({ below, all }: Statements): Unit[] {
  const names = new Set(all.flatMap(line => /^interfaces (\S+ unit \d+) /.exec(line)?.[1] ?? []))
  return [...names].map(name => {
    const lines = below(`interfaces ${name}`)
    return { name: name.replace(' unit ', '.'), lines, addresses: values(lines, /^family inet6? address (\S+)$/) }
  })
}
