import type { JSX } from 'preact'
import { UnknownView } from './parts/unknown.tsx'
import { useOpenDesk, useWorld } from './parts/world-context.ts'
import type { Route } from './route.ts'
import { thingNamed } from './things/graph.ts'
import { ArtifactView } from './views/artifact.tsx'
import { EvidenceView } from './views/evidence.tsx'
import { FieldView } from './views/field.tsx'
import { FileView } from './views/file.tsx'
import { FindingsView, FindingView, RuleView } from './views/findings.tsx'
import { HomeView } from './views/home.tsx'
import { ListView } from './views/list.tsx'
import { MapView } from './views/map.tsx'
import { MoneyView } from './views/money.tsx'
import { NetworkView } from './views/network.tsx'
import { OpeningView, type Opening } from './views/opening.tsx'
import { PrintView } from './views/print.tsx'
import { RiskView } from './views/risk.tsx'
import { TextView } from './views/text.tsx'
import { ThingView } from './views/thing.tsx'
import { TryView } from './views/try.tsx'
import { WhatIfView } from './views/what-if.tsx'

/** What an address shows: a view, or the page of a thing. */
export function View({ route, opening }: { readonly route: Route; readonly opening: Opening }): JSX.Element {
  const isOpen = useOpenDesk() !== undefined
  if (route.view === '') return <HomeView opening={opening} />
  return isOpen ? <OpenView route={route} /> : <OpeningView opening={opening} />
}

function OpenView({ route: { view, id, query } }: { readonly route: Route }): JSX.Element {
  const world = useWorld()
  switch (view) {
    case 'map':
      return <MapView selected={id} />
    case 'network':
      return <NetworkView />
    case 'money':
      return <MoneyView axis={id === '' ? 'contract' : id} row={query.get('row')} />
    case 'findings':
      return <FindingsView />
    case 'rule':
      return <RuleView code={id} />
    case 'finding':
      return <FindingView id={id} />
    case 'risk':
      return <RiskView />
    case 'what-if':
      return <WhatIfView names={id.split(',').filter(Boolean)} />
    case 'try':
      return <TryView key={query.get('set') ?? ''} path={id} line={lineOf(query)} set={query.get('set')} />
    case 'evidence':
      return <EvidenceView />
    case 'list':
      return <ListView kind={id} filter={query.get('filter') ?? ''} />
    case 'file':
      return <FileView path={id} line={lineOf(query)} />
    case 'artifact':
      return <ArtifactView key={id} path={id} line={lineOf(query)} />
    case 'field':
      return <FieldView name={id} />
    case 'text':
      return <TextView key={id} words={id} />
    case 'print':
      return <PrintView />
  }
  const thing = thingNamed(world, `${view}:${id}`)
  return thing === undefined ? (
    <UnknownView name={`${view}/${id}`} />
  ) : (
    <ThingView key={`${view}:${id}`} thing={thing} />
  )
}

function lineOf(query: Route['query']): number | undefined {
  const line = Number(query.get('line'))
  return Number.isInteger(line) && line > 0 ? line : undefined
}
