import type { JSX } from 'preact'
import { messages } from '../messages.ts'
import { useReader } from '../parts/reader.ts'
import { WithoutList } from '../parts/without.tsx'
import type { Unloaded } from '../world/world.ts'

/** An inventory that does not load has nothing to show but what is wrong with it. */
export function FailedView({ world }: { readonly world: Unloaded }): JSX.Element {
  const { say } = useReader()
  return (
    <main id="content">
      <h1>{say(messages.notLoaded)}</h1>
      {world.cargo.without.length > 0 && (
        <>
          <p>{say(messages.withoutNote)}</p>
          <WithoutList cargo={world.cargo} />
        </>
      )}
      <ul class="findings">
        {world.compilation.diagnostics.map(({ code, message, at, severity }, i) => (
          <li key={i} class={severity}>
            <code>{code}</code> {at.source.path}: {say(message)}
          </li>
        ))}
      </ul>
    </main>
  )
}
