import type { JSX } from 'preact'
import { qualityWords } from '../../words/declared.ts'
import { messages } from '../messages.ts'
import { NetworkMap } from '../map/network-map.tsx'
import { Card, ThingLink } from '../parts/links.tsx'
import { useReader } from '../parts/reader.ts'
import { useWorld } from '../parts/world-context.ts'
import { thingAt } from '../things/graph.ts'

/** Sites of one kecamatan that stand under the map; all of them stand in their table. */
const mostSites = 20

/** The map, and under it the same as a list for those who do not see it. */
export function MapView({ selected }: { readonly selected: string }): JSX.Element {
  const { say, to } = useReader()
  const world = useWorld()
  const thing = thingAt(world, selected)
  const byArea = Map.groupBy(
    world.network.sites.values(),
    ({ area, declared }) => area?.declared.name ?? declared.kecamatan,
  )
  return (
    <article class="map-view">
      <h1>{say(messages.map)}</h1>
      {thing !== undefined && (
        <p class="selection">
          <ThingLink thing={thing} /> {thing.name}{' '}
          <a class="button" href={to('map')}>
            {say(messages.clear)}
          </a>
        </p>
      )}
      <NetworkMap height="high" selected={selected === '' ? [] : [selected]} />
      <Legend />
      <Card title={say(messages.mapList)} wide>
        <div class="columns">
          {[...byArea].map(([area, sites]) => (
            <section key={area}>
              <h3>{area}</h3>
              <ul class="plain">
                {sites.slice(0, mostSites).map(site => (
                  <li key={site.id}>
                    <ThingLink thing={site} />{' '}
                    <span class="quiet">{say(qualityWords[site.declared.location.quality])}</span>
                  </li>
                ))}
              </ul>
              {sites.length > mostSites && (
                <p>
                  <a href={to('list', 'site', { filter: area })}>+{sites.length - mostSites}</a>
                </p>
              )}
            </section>
          ))}
        </div>
      </Card>
    </article>
  )
}

function Legend(): JSX.Element {
  const { say } = useReader()
  return (
    <p class="legend">
      <span>
        <span class="mark-site on-fibre" aria-hidden="true" /> {say(messages.onFibre)}
      </span>
      <span>
        <span class="mark-site on-lease" aria-hidden="true" /> {say(messages.onLease)}
      </span>
      <span>
        <span class="mark-site quality-placeholder" aria-hidden="true" /> {say(messages.quality)}:{' '}
        {say(qualityWords.placeholder)}
      </span>
    </p>
  )
}
