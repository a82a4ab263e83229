import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Cargo } from '../../render/page/cargo.ts'
import { day } from '../../words/dates.ts'
import { messages } from '../messages.ts'
import { Headline } from '../parts/headline.tsx'
import { useReader } from '../parts/reader.ts'

/** Characters of an inventory that are compiled before anything is seen, and those up to which nobody is asked. */
const atOnce = 1_000_000
const unasked = 20_000_000

/** A small inventory is compiled before the first view, a larger one while the page says so, a very large one when its reader wants it. */
export function howToOpen({ files, ledger }: Cargo): 'at-once' | 'soon' | 'on-demand' {
  const characters = files.reduce((sum, [, text]) => sum + text.length, ledger.length)
  return characters < atOnce ? 'at-once' : characters < unasked ? 'soon' : 'on-demand'
}

/** What can be said of a large network before it is compiled here. */
export function OpeningView({ cargo, open }: { readonly cargo: Cargo; readonly open: () => void }): JSX.Element {
  const { say } = useReader()
  const [wanted, setWanted] = useState(howToOpen(cargo) === 'soon')
  useEffect(() => {
    if (!wanted) return undefined
    // Once what stands here has been painted.
    const frame = requestAnimationFrame(() => setTimeout(open))
    return () => cancelAnimationFrame(frame)
  }, [wanted])
  const { network, notes, open: warnings, accepted } = cargo.headline
  return (
    <main id="content" class="opening" aria-busy={wanted}>
      <p class="kind">{say(messages.asOf({ day: say(day(cargo.asOf)) }))}</p>
      <h1>{say(messages.title({ network }))}</h1>
      <Headline errors={0} open={warnings} accepted={accepted} />
      {notes.map((note, i) => (
        <p key={i} class="quiet">
          {say(note)}
        </p>
      ))}
      {wanted ? (
        <p role="status">{say(messages.opening({ count: cargo.files.length }))}</p>
      ) : (
        <>
          <p>{say(messages.openHint({ count: cargo.files.length }))}</p>
          <p>
            <button type="button" class="button strong" onClick={() => setWanted(true)}>
              {say(messages.openHere)}
            </button>
          </p>
        </>
      )}
      <p class="quiet">
        Serat {cargo.version} · <code>{cargo.inventoryHash}</code>
      </p>
    </main>
  )
}
