import type { JSX } from 'preact'
import { messages } from '../messages.ts'
import { LogicalMap } from '../map/logical-map.tsx'
import { useReader } from '../parts/reader.ts'
import { useWorld } from '../parts/world-context.ts'
import { shownTable } from '../things/facts.ts'

/** The logical topology. */
export function NetworkView(): JSX.Element {
  const { say } = useReader()
  const sites = shownTable(useWorld(), 'sites').rows
  const leased = sites.filter(({ cells }) => cells.get('connection') === 'leased').length
  return (
    <article class="network-view">
      <h1>{say(messages.network)}</h1>
      <p class="quiet">
        {say(messages.networkHint)} {say(messages.connections({ owned: sites.length - leased, leased }))}
      </p>
      <LogicalMap />
    </article>
  )
}
