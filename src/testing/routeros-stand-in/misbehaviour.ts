/** How a stand-in may misbehave, as real routers do. */
export interface Misbehaviour {
  /** Commands after which it restarts in the middle of a script. */
  readonly restartsAfter?: number
  readonly diskBytes?: number
  /** Nothing can be written, by whatever way. */
  readonly diskIsReadOnly?: true
  /** A script stops before this word. */
  readonly refuses?: string
  /** Its version does not have this word: reading a script says so too. */
  readonly lacks?: string
  /** It says that it saved, and keeps no file. */
  readonly losesBackups?: true
}
