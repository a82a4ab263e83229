import { componentRanges } from '../../analysis/graph/class-name.ts'
import type { Analysis } from '../../analysis/analysis.ts'
import { mostFaults, type Located } from '../../analysis/locate/locate.ts'
import type { Observation } from '../../analysis/locate/observation.ts'
import { splitsOf } from '../../analysis/service/splits.ts'
import type { Bilingual, Language } from '../../diagnostic/diagnostic.ts'

const mostShown = 10

/** What explains the outage, for people. */
export function locatedText(
  analysis: Analysis,
  observation: Observation,
  { faults, explanations }: Located,
  language: Language,
): string {
  const say = ({ id, en }: Bilingual): string => (language === 'id' ? id : en)
  const head = say(observedWords(observation))
  if (faults === undefined) return head + say(nothingWords)
  if (faults === 0)
    return head + say({ id: 'Tidak ada yang perlu dijelaskan.\n', en: 'There is nothing to explain.\n' })
  const shown = explanations.slice(0, mostShown)
  const blocks = shown.map((explanation, i) => {
    const members = explanation.members.map(({ components }) =>
      componentRanges(components)
        .map(range => `     ${range}\n`)
        .join(''),
    )
    const splits = splitsOf(analysis, observation, explanation)
    return (
      `${i + 1}. ${say(members.length === 1 ? { id: 'salah satu dari', en: 'one of' } : { id: 'salah satu dari tiap kelompok', en: 'one of each group' })}\n${members.join(say({ id: '   dan\n', en: '   and\n' }))}` +
      (splits.length === 0
        ? ''
        : `   ${say({ id: 'yang membedakannya', en: 'what tells them apart' })}:\n${splits.map(({ text }) => `     ${say(text)}\n`).join('')}`)
    )
  })
  const more = explanations.length - shown.length
  const words: Bilingual = {
    id: `${faults} gangguan menjelaskan semuanya; ${explanations.length} kemungkinan, yang paling lazim dahulu.\n`,
    en: `${faults} ${faults === 1 ? 'fault explains' : 'faults at one time explain'} all of it; ${explanations.length} ${explanations.length === 1 ? 'possibility' : 'possibilities'}, the commonest kind first.\n`,
  }
  return `${head}${say(words)}\n${blocks.join('\n')}${more > 0 ? say({ id: `\ndan ${more} lagi (--format json)\n`, en: `\nand ${more} more (--format json)\n` }) : ''}`
}

const nothingWords: Bilingual = {
  id: `Tidak ada ${mostFaults} gangguan atau kurang yang menjelaskan ini. Periksa yang tercatat hidup dan mati.\n`,
  en: `No ${mostFaults} faults or fewer explain this. Check what was noted as up and as down.\n`,
}

function observedWords({ nodes, links }: Observation): Bilingual {
  const count = (up: boolean): number => [...nodes.values()].filter(state => state === up).length
  return {
    id: `Teramati: ${count(false)} router mati, ${count(true)} hidup; ${links.length} link diketahui.\n`,
    en: `Observed: ${count(false)} routers down, ${count(true)} up; ${links.length} links known.\n`,
  }
}
