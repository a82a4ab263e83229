/** What the proof of one script says. */
export type Verdict =
  | { readonly kind: 'refused'; readonly why: string }
  | {
      readonly kind: 'made'
      readonly texts: readonly string[]
      readonly commands: number
      /** Commands after which the NOC has no way in. */
      readonly withoutWay: number
      readonly faults: readonly string[]
    }
