import { secondsOf, type Row } from './rows.ts'

const bootSeconds = 60

/** When the schedulers of a stand-in run, by a clock that the test moves. */
export class Schedule {
  readonly #due = new Map<number, number>()
  #seconds = 0

  get seconds(): number {
    return this.#seconds
  }

  /** Time goes on to the next scheduler that is due by then, whose number this is; to that time where none is. */
  next(bySeconds: number): number | undefined {
    const [first] = [...this.#due].filter(([, at]) => at <= bySeconds).sort((a, b) => a[1] - b[1])
    if (first === undefined) {
      this.#seconds = bySeconds
      return undefined
    }
    const [id, at] = first
    this.#seconds = at
    this.#due.delete(id)
    return id
  }

  /** It runs once its interval has passed, if it has one. */
  arm({ id, values }: Row): void {
    const everySeconds = secondsOf(values.get('interval') ?? '')
    if (everySeconds > 0) this.#due.set(id, this.#seconds + everySeconds)
  }

  boots(schedulers: readonly Row[]): void {
    this.#seconds += bootSeconds
    this.#due.clear()
    for (const row of schedulers) this.arm(row)
  }

  /** The clock is set; what waits for an hour of the day waits longer, or is due at once. */
  clockMoves(seconds: number): void {
    for (const [id, at] of this.#due) this.#due.set(id, at - seconds)
  }
}
