export interface Wish {
  readonly json: boolean
  /** Every line, also where one was named. */
  readonly all: boolean
  readonly inventory: string | undefined
}
