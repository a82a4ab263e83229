import type { Bilingual, Language } from '../../diagnostic/diagnostic.ts'
import { colourName, corePlace } from '../../model/colours.ts'
import type { Cable, Site } from '../../model/network.ts'
import type { RepairLoss, RepairOrder, SpliceStep } from '../../noc/repair-order.ts'
import { addresseesOf } from '../../render/notice/letter.ts'
import { numberRanges } from '../../text/ranges.ts'
import { number } from '../../words/figures.ts'
import { stateWords } from '../../words/states.ts'
import { repairOrderMessages as messages } from './messages.ts'

/** The order for whoever leads the crew, and who is out until when for whoever answers the telephone. */
export function repairOrderText(order: RepairOrder, language: Language): string {
  const { task, steps, others, losses, done } = order
  const letters = String(addresseesOf(order).length)
  return [
    messages.head({
      cable: task.cable.id,
      begins: task.begins,
      setup: number(task.setupMinutes, 0)[language],
      splices: String(task.closures),
      minutes: number(task.spliceMinutes, 0)[language],
    }),
    ...(steps.length === 0 ? [messages.nothing] : []),
    ...steps.flatMap((step, i) => stepLines(task.cable, step, i, language)),
    ...(others.length === 0
      ? []
      : [messages.others({ cores: numberRanges(others.map(({ core }) => core)).join(', '), done })]),
    ...(losses.length === 0 ? [messages.nobody] : [messages.losses]),
    ...losses.map(loss => lossLine(loss, language)),
    ...(losses.length === 0 ? [] : [messages.letters({ count: letters, cable: task.cable.id })]),
  ]
    .map(line => `${line[language]}\n`)
    .join('')
}

function stepLines(cable: Cable, step: SpliceStep, i: number, language: Language): Bilingual[] {
  const { done, routes, returns, carries } = step
  const cores = step.cores.map(core => {
    const { tube, tubeColour, coreColour } = corePlace(cable.type.declared, core)
    return messages.core({
      core: String(core),
      tube: `${tube} ${colourName(tubeColour)[language]}`,
      fibre: colourName(coreColour)[language],
    })[language]
  })
  const secured = carries.filter(site => !returns.includes(site))
  return [
    messages.step({
      at: String(i + 1),
      done,
      cores: cores.join(', '),
      routes: routes.map(({ id }) => id).join(', '),
    }),
    ...(returns.length === 0 ? [] : [messages.returns({ sites: namesOf(returns, language) })]),
    ...(secured.length === 0 ? [] : [messages.carries({ sites: namesOf(secured, language) })]),
  ]
}

function namesOf(sites: readonly Site[], language: Language): string {
  return sites
    .map(({ id, tenants }) =>
      tenants.some(({ declared }) => declared.publicService) ? id + messages.servesCitizens[language] : id,
    )
    .join(', ')
}

function lossLine({ site, state, from, until, tenants, alternatives }: RepairLoss, language: Language): Bilingual {
  return messages.loss({
    site: site.id,
    state: stateWords[state][language],
    from,
    until,
    ways: (alternatives.length === 0 ? messages.noWay : messages.way({ circuits: alternatives.join(', ') }))[language],
    tenants: tenants
      .map(({ declared }) => declared.name + (declared.publicService ? messages.servesCitizens[language] : ''))
      .join(', '),
  })
}

/** The same for a program. */
export function repairOrderJson({ task, steps, others, losses, done }: RepairOrder): object {
  return {
    cable: task.cable.id,
    at: task.at.map(({ id }) => id),
    since: task.since,
    begins: task.begins,
    done,
    steps: steps.map(step => ({
      cores: step.cores,
      routes: step.routes.map(({ id }) => id),
      done: step.done,
      better_off: step.returns.map(({ id }) => id),
      carries: step.carries.map(({ id }) => id),
    })),
    then: others.map(({ core, state, note }) => ({ core, state, note: note ?? null })),
    losses: losses.map(loss => ({
      site: loss.site.id,
      state: loss.state,
      from: loss.from,
      until: loss.until,
      over: loss.alternatives,
      tenants: loss.tenants.map(({ id, declared }) => ({ tenant: id, public_service: declared.publicService })),
    })),
  }
}
