import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { analysisOf } from '../../analysis/analysis.ts'
import { classRows } from '../../analysis/graph/class-rows.ts'
import { componentRanges } from '../../analysis/graph/class-name.ts'
import { componentsNamed } from '../../analysis/graph/names.ts'
import { simulate, type Outcome } from '../../analysis/service/simulate.ts'
import { number, rupiah } from '../../words/figures.ts'
import { stateWords } from '../../words/states.ts'
import { messages } from '../messages.ts'
import { Card, NameLink, ThingLink } from '../parts/links.tsx'
import { useReader } from '../parts/reader.ts'
import { useWorld } from '../parts/world-context.ts'
import { Scroll } from '../parts/scroll.tsx'

/** What happens when these components fail together: the analysis itself, asked anew for each choice. */
export function WhatIfView({ names }: { readonly names: readonly string[] }): JSX.Element {
  const { say } = useReader()
  const { plan } = useWorld()
  const analysis = analysisOf(plan)
  const components = names.flatMap(name => componentsNamed(analysis, name))
  const unknown = names.filter(name => componentsNamed(analysis, name).length === 0)
  const chosen = [...new Set(components.map(({ name }) => name))]
  return (
    <article>
      <h1>{say(messages.whatIf)}</h1>
      <Chosen names={chosen} />
      {unknown.map(name => (
        <p key={name} class="badge bad">
          {say(messages.unknownThing({ name }))}
        </p>
      ))}
      {chosen.length === 0 ? <Suggestions /> : <OutcomeView outcome={simulate(plan, new Set(chosen))} />}
    </article>
  )
}

function Chosen({ names }: { readonly names: readonly string[] }): JSX.Element {
  const { say, to } = useReader()
  const { plan } = useWorld()
  const [word, setWord] = useState('')
  const go = (list: readonly string[]): void => {
    location.hash = to('what-if', list.join(','))
  }
  const suggested =
    word.length < 2
      ? []
      : analysisOf(plan)
          .components.filter(({ name }) => name.includes(word))
          .slice(0, 30)
  return (
    <form
      class="chosen"
      onSubmit={event => {
        event.preventDefault()
        if (word.trim() === '') return
        setWord('')
        go([...names, word.trim()])
      }}
    >
      <p class="quiet">{say(messages.failTogether)}</p>
      <ul class="chips">
        {names.map(name => (
          <li key={name}>
            <NameLink name={name} />
            <button
              type="button"
              aria-label={say(messages.remove({ name }))}
              onClick={() => go(names.filter(each => each !== name))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <label>
        <span class="unseen">{say(messages.addComponent)}</span>
        <input
          value={word}
          list="components"
          placeholder={say(messages.addComponent)}
          onInput={event => setWord(event.currentTarget.value)}
        />
      </label>
      <datalist id="components">
        {suggested.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <button type="submit" class="button">
        {say(messages.add)}
      </button>
    </form>
  )
}

function OutcomeView({ outcome }: { readonly outcome: Outcome }): JSX.Element {
  const { say } = useReader()
  const { cost, changes, sites } = outcome
  const figures = [
    [stateWords.isolated, cost.sites.isolated.length, 'bad'],
    [stateWords['without-internet'], cost.sites['without-internet'].length, 'warn'],
    [stateWords['on-backup'], cost.sites['on-backup'].length, 'calm'],
    [messages.tenantsHit, cost.tenants.length, 'bad'],
    [messages.publicHit, cost.publicServices.length, 'bad'],
  ] as const
  const changed = new Set(changes.map(({ site }) => site))
  return (
    <>
      <ul class="figures outcome">
        {figures.map(([words, count, tone]) => (
          <li key={words.en} class={count === 0 ? 'none' : tone}>
            <strong>{say(number(count))}</strong>
            <span>{say(words)}</span>
          </li>
        ))}
        <li class={`wide-figure ${cost.monthlyRupiah === 0 ? 'none' : 'warn'}`}>
          <strong>{say(rupiah(cost.monthlyRupiah))}</strong>
          <span>
            {say(messages.unusable)}, {say(messages.aMonth)}
          </span>
        </li>
      </ul>
      {changes.length === 0 && <p>{say(messages.noChange)}</p>}
      <div class="cards">
        {changes.length > 0 && (
          <Card title={say(messages.sitesHit)} wide>
            <SiteRows sites={sites.filter(({ element }) => changed.has(element))} />
          </Card>
        )}
        <TenantCard outcome={outcome} />
        <ProtectionCard outcome={outcome} />
      </div>
    </>
  )
}

function SiteRows({ sites }: { readonly sites: Outcome['sites'] }): JSX.Element {
  const { say } = useReader()
  return (
    <Scroll label={say(messages.sitesHit)}>
      <table>
        <caption class="unseen">{say(messages.sitesHit)}</caption>
        <thead>
          <tr>
            {[messages.place, messages.before, messages.after, messages.way].map(words => (
              <th key={words.en} scope="col">
                {say(words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sites.map(({ element: { site }, before, after, ways }) => (
            <tr key={site.id}>
              <th scope="row">
                <ThingLink thing={site} /> <span class="quiet">{site.declared.name}</span>
              </th>
              <td>{say(stateWords[before.state])}</td>
              <td>
                <span class={`state ${after.state}`}>{say(stateWords[after.state])}</span>
              </td>
              <td>
                {ways()
                  .toHub.hops.map(({ to }) => to)
                  .join(' → ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function TenantCard({ outcome: { cost } }: { readonly outcome: Outcome }): JSX.Element | null {
  const { say } = useReader()
  if (cost.tenants.length === 0 && cost.unused.length === 0) return null
  return (
    <>
      <Card title={say(messages.tenantsHit)}>
        <ul class="plain">
          {cost.tenants.map(tenant => (
            <li key={tenant.id}>
              <ThingLink thing={tenant} /> {tenant.declared.name}
              {tenant.declared.publicService && <span class="badge warn">{say(messages.publicHit)}</span>}
            </li>
          ))}
        </ul>
      </Card>
      <Card title={say(messages.unusable)}>
        <p class="names">
          {cost.unused.map(bought => (
            <span key={bought.id}>
              <ThingLink thing={bought} />
            </span>
          ))}
        </p>
      </Card>
    </>
  )
}

function ProtectionCard({ outcome }: { readonly outcome: Outcome }): JSX.Element | null {
  const { say } = useReader()
  const exposed = outcome.exposed()
  if (exposed.length === 0) return null
  return (
    <Card title={say(messages.protection)}>
      <p class="quiet">{say(messages.protectionNote)}</p>
      <p class="names">
        {exposed.map(({ site }) => (
          <span key={site.site.id}>
            <ThingLink thing={site.site} />
          </span>
        ))}
      </p>
    </Card>
  )
}

/** Where to begin: what does most harm alone. */
function Suggestions(): JSX.Element {
  const { say, to } = useReader()
  const rows = classRows(useWorld().plan).slice(0, 10)
  return (
    <>
      <p>{say(messages.pickExample)}</p>
      <Card title={say(messages.worst)}>
        <ul class="plain">
          {rows.map(({ components, cost }) => (
            <li key={components[0]?.name}>
              <a href={to('what-if', components[0]?.name)}>{componentRanges(components).join(', ')}</a>{' '}
              <span class="quiet">
                {say(stateWords.isolated)} {cost.sites.isolated.length}, {say(stateWords['without-internet'])}{' '}
                {cost.sites['without-internet'].length}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}
