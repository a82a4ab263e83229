import { dotted } from './lease-value.ts'

/** The `n`th block from the end of a v4 pool, as a prefix of this length. */
export function blockFromEnd(pool: string, n: number, length: number): string {
  const [base = '', poolLength = '32'] = pool.split('/')
  const start = base.split('.').reduce((value, part) => value * 256 + Number(part), 0)
  const end = start + 2 ** (32 - Number(poolLength))
  return `${dotted(end - (n + 1) * 2 ** (32 - length))}/${length}`
}
