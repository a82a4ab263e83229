/** What a person says of a new thing; what is absent is chosen. */
export interface NewWish {
  readonly id: string
  readonly name?: string | undefined
  readonly at?: string | undefined
  readonly kecamatan?: string | undefined
  readonly tenants: readonly string[]
  readonly model?: string | undefined
  readonly asset?: string | undefined
  readonly segments: readonly string[]
  readonly a?: string | undefined
  readonly b?: string | undefined
  readonly site?: string | undefined
  readonly provider?: string | undefined
  readonly mbps?: string | undefined
  readonly monthly?: string | undefined
  readonly number?: string | undefined
  readonly budget?: string | undefined
  readonly circuits: readonly string[]
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly everyM?: string | undefined
  readonly today: string
}

export type Asked = Exclude<keyof NewWish, 'tenants' | 'segments' | 'circuits' | 'today' | 'id'>
