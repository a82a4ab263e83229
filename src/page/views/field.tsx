import type { JSX } from 'preact'
import { capital } from '../../words/things.ts'
import { messages } from '../messages.ts'
import { Empty, kindNoun } from '../parts/links.tsx'
import { useReader } from '../parts/reader.ts'
import { FilledTableView } from '../parts/table.tsx'
import { UnknownView } from '../parts/unknown.tsx'
import { useWorld } from '../parts/world-context.ts'
import { fieldTable } from '../things/fields.ts'

/** What every thing of a kind says in one field of its declaration: `contract.ppk`. */
export function FieldView({ name }: { readonly name: string }): JSX.Element {
  const { say, to } = useReader()
  const cut = name.indexOf('.')
  const [kind, field] = [name.slice(0, cut), name.slice(cut + 1)]
  const found = fieldTable(useWorld(), kind, field)
  if (found === undefined) return <UnknownView name={name} />
  const { words, table, all } = found
  const noun = kindNoun(kind)
  const title = capital(say(words))
  return (
    <article>
      <p class="kind">
        <a href={to('list', kind)}>{capital(say({ id: noun.id, en: noun.many }))}</a>
      </p>
      <h1>{title}</h1>
      <p class="quiet">
        {say(messages.saidBy({ count: table.rows.length, all }))} <code>{field}</code>
      </p>
      {table.rows.length === 0 ? <Empty /> : <FilledTableView table={table} caption={title} title="hidden" addressed />}
    </article>
  )
}
