import type { JSX } from 'preact'
import type { Heading, Value } from '../../show/table.ts'
import { Cell } from './cell.tsx'
import { useReader } from './reader.ts'

interface Props<Column extends Heading> {
  readonly headings: readonly Column[]
  readonly told: (heading: Column) => Value
  /** Figures stand below each other at the right. */
  readonly figures?: boolean
}

/** What is known of one thing, each with its title; what is empty is left out. */
export function FactList<Column extends Heading>({ headings, told, figures }: Props<Column>): JSX.Element {
  const { say } = useReader()
  return (
    <dl class={figures === true ? 'facts figures-right' : 'facts'}>
      {headings.map(heading => {
        const value = told(heading)
        return value === undefined || value === '' ? null : (
          <div key={heading.key}>
            <dt>{say(heading.title)}</dt>
            <dd>
              <Cell value={value} heading={heading} />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
