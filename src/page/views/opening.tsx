import type { JSX } from 'preact'
import type { Cargo } from '../../render/page/cargo.ts'
import { day } from '../../words/dates.ts'
import { messages } from '../messages.ts'
import { useReader } from '../parts/reader.ts'

/** Characters of an inventory up to which nobody is asked. */
const unasked = 20_000_000

/** A very large inventory is compiled when its reader wants it. */
export function opensByItself({ files, ledger }: Cargo): boolean {
  return files.reduce((sum, [, text]) => sum + text.length, ledger.length) < unasked
}

/** An inventory that has not been compiled here yet. */
export interface Opening {
  readonly cargo: Cargo
  readonly isRunning: boolean
  readonly open: () => void
}

/** Where a view will stand. */
export function OpeningView({ opening }: { readonly opening: Opening }): JSX.Element {
  const { say } = useReader()
  const { cargo } = opening
  return (
    <article class="opening">
      <p class="kind">{say(messages.asOf({ day: say(day(cargo.asOf)) }))}</p>
      <h1>{say(messages.title({ network: cargo.headline.network }))}</h1>
      <OpeningLine opening={opening} />
    </article>
  )
}

/** That it is being compiled; of a very large one what that takes, and a button. */
export function OpeningLine({ opening: { cargo, isRunning, open } }: { readonly opening: Opening }): JSX.Element {
  const { say } = useReader()
  if (isRunning)
    return (
      <p class="check running" role="status" data-check="running">
        <span class="dot" aria-hidden="true" />
        <span>{say(messages.opening({ count: cargo.files.length }))}</span>
      </p>
    )
  return (
    <div class="note">
      <p>{say(messages.openHint({ count: cargo.files.length }))}</p>
      <p>
        <button type="button" class="button strong" onClick={open}>
          {say(messages.openHere)}
        </button>
      </p>
    </div>
  )
}
