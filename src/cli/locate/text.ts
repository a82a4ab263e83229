import { componentRanges } from '../../analysis/graph/class-name.ts'
import type { Analysis } from '../../analysis/analysis.ts'
import type { Answer } from '../../analysis/locate/answer.ts'
import { mostFaults, type Located } from '../../analysis/locate/locate.ts'
import type { Observation } from '../../analysis/locate/observation.ts'
import { mapLines, nearMissesText, stormText } from './likely-text.ts'
import { splitsOf } from '../../analysis/service/splits.ts'
import type { Bilingual, Language } from '../../diagnostic/diagnostic.ts'

const mostShown = 10

/**
 * What explains the outage, for people: what is exact first, unless something that one state stands against is
 * likelier.
 */
export function locatedText(
  analysis: Analysis,
  observation: Observation,
  answer: Answer,
  language: Language,
  mostNear = 5,
): string {
  const { exact, ranked, storm } = answer
  const head = observedWords(observation)[language]
  if (exact.faults === 0)
    return head + { id: 'Tidak ada yang perlu dijelaskan.\n', en: 'There is nothing to explain.\n' }[language]
  const { plan } = analysis.elements
  const near = nearMissesText(plan, answer, { down: downIn(observation), most: mostNear }, language)
  const certain = exactText(analysis, observation, exact, language)
  const cover = storm === undefined ? '' : stormText(plan, storm, language)
  const others = (storm?.cost ?? Infinity) < (ranked[0]?.cost ?? Infinity) ? cover + near : near + cover
  const isNearFirst = ranked[0] !== undefined && ranked[0].seenUp.length + ranked[0].seenDown.length > 0
  return head + (isNearFirst ? [others, certain] : [certain, others]).filter(part => part !== '').join('\n')
}

function downIn({ nodes, links }: Observation): number {
  return [...nodes.values(), ...links.map(({ up }) => up)].filter(up => !up).length
}

function exactText(
  analysis: Analysis,
  observation: Observation,
  { faults, explanations }: Located,
  language: Language,
): string {
  const say = ({ id, en }: Bilingual): string => (language === 'id' ? id : en)
  if (faults === undefined)
    return say(isAskedThroughDead(analysis, observation) ? throughDeadWords(analysis) : nothingWords)
  const shown = explanations.slice(0, mostShown)
  const blocks = shown.map((explanation, i) => {
    const members = explanation.members.map(({ components }) =>
      [...componentRanges(components), ...mapLines(analysis.elements.plan, components, language)]
        .map(line => `     ${line}\n`)
        .join(''),
    )
    const splits = splitsOf(analysis, observation, explanation)
    const oneOf =
      members.length === 1
        ? { id: 'salah satu dari', en: 'one of' }
        : { id: 'salah satu dari tiap kelompok', en: 'one of each group' }
    const either = members.join(say({ id: '   dan\n', en: '   and\n' }))
    const apart = say({ id: 'yang membedakannya', en: 'what tells them apart' })
    const tests = splits.map(({ text }) => `     ${say(text)}\n`).join('')
    return `${i + 1}. ${say(oneOf)}\n${either}${splits.length === 0 ? '' : `   ${apart}:\n${tests}`}`
  })
  const more = explanations.length - shown.length
  const words: Bilingual = {
    id: `${faults} gangguan menjelaskan semuanya; ${explanations.length} kemungkinan, yang paling lazim dahulu.\n`,
    en:
      `${faults} ${faults === 1 ? 'fault explains' : 'faults at one time explain'} all of it; ` +
      `${explanations.length} ${explanations.length === 1 ? 'possibility' : 'possibilities'}, ` +
      `the commonest kind first.\n`,
  }
  const rest = { id: `\ndan ${more} lagi (--format json)\n`, en: `\nand ${more} more (--format json)\n` }
  return `${say(words)}\n${blocks.join('\n')}${more > 0 ? say(rest) : ''}`
}

const nothingWords: Bilingual = {
  id: `Tidak ada ${mostFaults} gangguan atau kurang yang menjelaskan ini. Periksa yang tercatat hidup dan mati.\n`,
  en: `No ${mostFaults} faults or fewer explain this. Check what was noted as up and as down.\n`,
}

/** All are asked from the hub: with its router down none of them could have answered. */
function isAskedThroughDead({ elements: { hub } }: Analysis, { nodes }: Observation): boolean {
  return nodes.get(hub) === false && [...nodes.values()].includes(true)
}

function throughDeadWords({ elements: { plan } }: Analysis): Bilingual {
  const { id } = plan.network.hub.router
  return {
    id:
      `Router ditanyai dari pusat, ${id}: bila itu mati, tidak satu pun dapat menjawab. ` +
      'Periksa yang tercatat hidup, atau sebut --unknown.\n',
    en:
      `Routers are asked from the hub, ${id}: with that down none can answer. ` +
      'Check what was noted as up, or name it with --unknown.\n',
  }
}

function observedWords({ nodes, links }: Observation): Bilingual {
  const count = (up: boolean): number => [...nodes.values()].filter(state => state === up).length
  return {
    id: `Teramati: ${count(false)} router mati, ${count(true)} hidup; ${links.length} link diketahui.\n`,
    en:
      `Observed: ${count(false)} ${count(false) === 1 ? 'router' : 'routers'} down, ${count(true)} up; ` +
      `${links.length} ${links.length === 1 ? 'link' : 'links'} known.\n`,
  }
}
