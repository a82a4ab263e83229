/** One line of a configuration that says something, with the block that it stands in. */
export interface Entry {
  readonly file: string
  /** RouterOS: the menu; FRR: the block; nftables: the chain or set; a unit: its section. `#` for comments. */
  readonly menu: string
  readonly text: string
  /** RouterOS: the arguments, with their escapes undone. */
  readonly words: ReadonlyMap<string, string>
}
