import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { analysisOf, type Analysis } from '../../analysis/analysis.ts'
import { answerTo } from '../../analysis/locate/answer.ts'
import type { Network } from '../../model/network.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import { jsonText } from '../../text/screen.ts'
import { listed } from '../../words/figures.ts'
import { command } from '../command.ts'
import { isEnd, loadInventory } from '../loaded.ts'
import { locatedJson } from '../locate/json.ts'
import { seenMessages as messages } from '../locate/messages.ts'
import { observed } from '../locate/observed.ts'
import { parseReadings } from '../locate/reading.ts'
import { parseStates } from '../locate/states.ts'
import { locatedText } from '../locate/text.ts'
import { formatOption, inventoryOptions, list, value } from '../options.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import { say, type Shell } from '../shell/shell.ts'
import { remark } from '../shell/remark.ts'

export const locate = command({
  name: 'locate',
  about: {
    id:
      'Komponen mana yang menjelaskan gangguan ini, paling banyak tiga sekaligus, ' +
      'dan titik putus menurut bacaan OTDR. Tanpa --up, yang tidak disebut mati dan tidak bergantung padanya dianggap hidup.',
    en:
      'Which components explain this outage, three at most at one time, ' +
      'and where a reflectometer reading puts the break. Without --up, what is not named as down and does not hang on it counts as up.',
  },
  operands: '',
  fewestOperands: 0,
  mostOperands: 0,
  example: 'serat locate --down kec-bayat,kec-cawas --links pusat-a:up',
  options: {
    ...inventoryOptions,
    down: list(
      'ID[,ID…]',
      'situs, router, rute atau sirkuit yang tidak menjawab',
      'sites, routers, routes or circuits that do not answer',
    ),
    up: list('ID[,ID…]', 'yang menjawab; selebihnya tidak diketahui', 'those that answer; the rest is unknown'),
    unknown: list(
      'ID[,ID…]',
      'yang keadaannya tidak diketahui, usang atau berkedip',
      'those whose state is unknown, stale or flapping',
    ),
    states: value(
      'FILE',
      'baris `nama,keadaan[,detik]` dari pemantau; yang tidak disebut tidak diketahui',
      'lines `name,state[,seconds]` of a monitor; what they do not name is unknown',
    ),
    links: list(
      'ID:up|down[,…]',
      'keadaan rute, sirkuit, terowongan atau uplink',
      'state of routes, circuits, tunnels or uplinks',
    ),
    otdr: list(
      'route=…|cable=…,core=…,from=…,reading=…[,ior=…,launch=…]',
      'bacaan OTDR seperti di alatnya (`700,5`, `700 m`, `0,7 km`), dari rute atau core yang tidak menyala; ' +
        'dua dari kedua ujung saling mengapit',
      'a reflectometer reading as the instrument shows it (`700.5`, `700 m`, `0.7 km`), ' +
        'of a route or of a core that none lights; two from both ends bracket the break',
    ),
    format: formatOption,
  },
  async run(shell, given) {
    const readings = parseReadings(given.otdr)
    if (isRefusal(readings)) return readings
    const feed =
      given.states === undefined
        ? undefined
        : parseStates(readFileSync(resolve(shell.cwd, given.states), 'utf8'), given.states)
    if (isRefusal(feed)) return feed
    const asked = feed !== undefined || [given.down, given.up, given.links].some(({ length }) => length > 0)
    if (!asked && readings.length === 0)
      return refuse('beri --down, --links, --states atau --otdr', 'give --down, --links, --states or --otdr')
    const loaded = loadInventory(shell, given)
    if (isEnd(loaded)) return loaded
    const { network, plan } = loaded
    const outage = asked ? explain(shell, analysisOf(plan), given, feed) : undefined
    if (isRefusal(outage)) return outage
    const shot = readings.length === 0 ? undefined : await shotAt(shell, network, readings)
    if (isRefusal(shot)) return shot
    if (given.format === 'json')
      shell.print(jsonText({ ...outage?.json, ...(shot === undefined ? {} : { otdr: shot.json }) }))
    else shell.print([outage, shot].flatMap(part => (part === undefined ? [] : [part.text])).join('\n'))
    return loaded.hasErrors
      ? remark(shell, {
          id: 'ada galat di inventaris, jadi jawaban ini mungkin tidak lengkap; jalankan `serat check`',
          en: 'the inventory has errors, so this answer may not be whole; run `serat check`',
        })
      : 0
  },
})

const mostStrangers = 8

interface Answer {
  readonly text: string
  readonly json: object
}

function explain(
  shell: Shell,
  analysis: Analysis,
  asked: Parameters<typeof observed>[1],
  feed: Parameters<typeof observed>[2],
): Answer | Refusal {
  const { language } = shell
  const seen = observed(analysis, asked, feed)
  if (isRefusal(seen)) return seen
  const { observation, strangers } = seen
  if (strangers.length > 0) say(shell, messages.strangers({ names: listed(strangers, mostStrangers)[language] }))
  if (observation.nodes.size + observation.links.length === 0)
    return refuse(messages.nothingKnown.id, messages.nothingKnown.en)
  const answer = answerTo(analysis, observation)
  return {
    text: locatedText(analysis, observation, answer, language),
    json: locatedJson(analysis, observation, answer),
  }
}

async function shotAt(
  { language }: Shell,
  network: Network,
  [first, second]: Exclude<ReturnType<typeof parseReadings>, Refusal>,
): Promise<Answer | Refusal | undefined> {
  if (first === undefined) return undefined
  const { bracketJson, bracketText, spotJson, spotText, strangeShot } = await import('../locate/spot.ts')
  if (second === undefined) {
    const { locateReading } = await import('../../analysis/otdr/locate.ts')
    const spot = locateReading(network, planPlant(network), first)
    return strangeShot(spot, network) ?? { text: spotText(spot, language), json: spotJson(spot) }
  }
  const { bracketReadings } = await import('../../analysis/otdr/bracket.ts')
  const both = bracketReadings(network, planPlant(network), [first, second])
  return strangeShot(both, network) ?? { text: bracketText(both, language), json: bracketJson(both) }
}
