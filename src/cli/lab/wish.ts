import { refuse, type Refusal } from '../shell/refusal.ts'

export interface FailureWish {
  readonly sample: number | 'all'
  readonly seed: number
}

export function wishOf({
  all,
  sample,
  seed,
}: {
  readonly all: boolean
  readonly sample: string | undefined
  readonly seed: string | undefined
}): FailureWish | Refusal {
  if (all && sample !== undefined)
    return refuse('beri --all atau --sample, bukan keduanya', 'give --all or --sample, not both')
  for (const [name, text] of [
    ['--sample', sample],
    ['--seed', seed],
  ] as const) {
    if (text !== undefined && !/^\d{1,9}$/.test(text))
      return refuse(`${name} ${text}: bukan bilangan bulat`, `${name} ${text}: not a whole number`)
  }
  return { sample: all ? 'all' : Number(sample ?? 25), seed: Number(seed ?? 1) }
}
