import type { Bracketed } from '../../analysis/otdr/bracket.ts'
import type { NoLine } from '../../analysis/otdr/line.ts'
import type { Located, Rented, Spot } from '../../analysis/otdr/locate.ts'
import type { Bilingual, Language } from '../../diagnostic/diagnostic.ts'
import type { Network } from '../../model/network.ts'
import { snakeCase } from '../../source/source.ts'
import { length } from '../../words/figures.ts'
import { nearHint } from '../near.ts'
import type { Refusal } from '../shell/refusal.ts'
import { spotMessages as messages } from './messages.ts'

/** Where one reading, or two, say that the break is; for people. */
export function spotText(located: Located, language: Language): string {
  return spotLines(located, language).join('\n') + '\n'
}

export function bracketText(bracketed: Bracketed, language: Language): string {
  switch (bracketed.kind) {
    case 'one-break':
      return (
        `${messages.meet({ apart: length(bracketed.differenceM)[language] })[language]}\n` +
        spotText(bracketed.spot, language)
      )
    case 'two-breaks':
      return (
        `${messages.twoBreaks({ between: length(bracketed.betweenM)[language] })[language]}\n` +
        spotText(bracketed.near, language) +
        spotText(bracketed.far, language)
      )
    case 'contradiction':
      return `${messages.contradiction({ overlap: length(bracketed.overlapM)[language] })[language]}\n`
    case 'not-opposite':
      return `${messages.notOpposite[language]}\n`
    case 'joined':
      return `${messages.joined({ closures: bracketed.closures.join(', ') })[language]}\n`
    default:
      return `${noLineWords(bracketed)[language]}\n`
  }
}

/** A shot of what there is not, or from an end that it has not, or two from one end: no answer, but a mistake. */
export function strangeShot(shot: Located | Bracketed, network: Network): Refusal | undefined {
  const words = isNoLine(shot) ? noLineWords(shot) : shot.kind === 'not-opposite' ? messages.notOpposite : undefined
  if (words === undefined) return undefined
  const near = nearLine(shot, network)
  return { refused: { id: words.id + near.id, en: words.en + near.en } }
}

function nearLine(shot: Located | Bracketed, { routes, cables }: Network): Bilingual {
  if (shot.kind === 'unknown-route') return nearHint(shot.route, [...routes.keys()])
  return shot.kind === 'unknown-cable' ? nearHint(shot.cable, [...cables.keys()]) : { id: '', en: '' }
}

function isNoLine(shot: Located | Bracketed): shot is Exclude<NoLine, { kind: 'no-cable' }> {
  return ['unknown-route', 'unknown-cable', 'unknown-core', 'lit-core', 'unknown-end'].includes(shot.kind)
}

function noLineWords(line: NoLine): Bilingual {
  switch (line.kind) {
    case 'unknown-route':
      return messages.unknownRoute(line)
    case 'unknown-cable':
      return messages.unknownCable(line)
    case 'unknown-core':
      return messages.unknownCore({ cable: line.cable, core: String(line.core), cores: String(line.cores) })
    case 'lit-core':
      return messages.litCore({ strand: `${line.cable}/${line.core}`, routes: line.routes.join(', ') })
    case 'unknown-end':
      return messages.unknownEnd({ from: line.from, ends: line.ends.join(', ') })
    case 'no-cable':
      return messages.noCable(line)
  }
}

function spotLines(located: Located, language: Language): string[] {
  const metres = (value: number): string => length(value)[language]
  switch (located.kind) {
    case 'unknown-route':
    case 'unknown-cable':
    case 'unknown-core':
    case 'lit-core':
    case 'unknown-end':
    case 'no-cable':
      return [noLineWords(located)[language]]
    case 'goes-on':
      return [messages.goesOn({ at: located.at.id, strand: located.strand, beyond: metres(located.beyondM) })[language]]
    case 'in-launch-lead':
      return [messages.inLaunchLead({ before: metres(located.beforePortM) })[language]]
    case 'in-rented':
      return rentedLines(located, metres, language)
    case 'beyond-end':
      return [messages.beyondEnd({ beyond: metres(located.beyondM), glass: metres(located.routeGlassM) })[language]]
    default:
      return foundLines(located, language)
  }
}

/** No point: a map would show the straight line between two handover points, where nothing lies. */
function rentedLines(rented: Rented, metres: (value: number) => string, language: Language): string[] {
  const { cable, owner, before, after, behindGlassM, plusMinusM, affected } = rented
  return [
    messages.inRented({
      cable,
      owner,
      before: before.id,
      after: after.id,
      behind: metres(behindGlassM),
      plusMinus: metres(plusMinusM),
    }),
    messages.affected({
      routes: listOf(affected.routes),
      tenants: listOf(affected.tenants.map(({ id }) => id)),
    }),
  ].map(line => line[language])
}

/** Opens on every telephone. */
function mapLink({ at: [lon, lat] }: Spot): Bilingual {
  const url = `https://www.openstreetmap.org/?mlat=${lat.toFixed(6)}&mlon=${lon.toFixed(6)}#map=18/${lat.toFixed(6)}/${lon.toFixed(6)}`
  return { id: url, en: url }
}

function foundLines(spot: Spot, language: Language): string[] {
  const metres = (value: number): string => length(value)[language]
  const [lon, lat] = spot.at
  const { routes, tenants } = spot.affected
  const coils = spot.nearCoils.map(({ slack }) => slack.id).join(', ')
  const lines = [
    placeOf(spot, metres),
    messages.point({
      point: `${lat.toFixed(6)}, ${lon.toFixed(6)}`,
      plusMinus: metres(spot.plusMinusM),
      doubts: spot.doubts.map(({ plusMinusM, why }) => `${why[language]} ${metres(plusMinusM)}`).join('; '),
    }),
    mapLink(spot),
    messages.along({
      glass: metres(spot.glassM),
      line: metres(spot.chainageM),
      other: metres(spot.otherChainageM),
    }),
    ...(spot.markM === undefined ? [] : [messages.mark({ mark: `${spot.markM.toFixed(0)} m` })]),
    ...(coils === '' ? [] : [messages.nearCoils({ coils })]),
    messages.affected({ routes: listOf(routes), tenants: listOf(tenants.map(({ id }) => id)) }),
  ]
  return lines.map(line => line[language])
}

function placeOf(spot: Spot, metres: (value: number) => string): Bilingual {
  const cable = spot.hop.cable.cable.id
  const before = spot.before.id
  if (spot.kind === 'in-coil') return messages.inCoil({ cable, before })
  if (spot.kind !== 'in-span') return messages.inTail({ cable, before })
  return messages.inSpan({ cable, before, span: spot.span ?? '', after: spot.after.id, behind: metres(spot.behindM) })
}

function listOf(names: readonly string[]): string {
  return names.length === 0 ? '-' : names.join(', ')
}

/** One reading's place, for programs. */
export function spotJson(located: Located): object {
  if (located.kind === 'goes-on')
    return { kind: located.kind, at: located.at.id, strand: located.strand, beyond_m: located.beyondM }
  if (located.kind === 'in-rented')
    return {
      kind: located.kind,
      cable: located.cable,
      owner: located.owner,
      before: located.before.id,
      after: located.after.id,
      behind_glass_m: located.behindGlassM,
      glass_m: located.glassM,
      plus_minus_m: located.plusMinusM,
      routes: located.affected.routes,
      tenants: located.affected.tenants.map(({ id }) => id),
    }
  if (!('glassM' in located && 'at' in located))
    return Object.fromEntries(Object.entries(located).map(([key, value]) => [snakeCase(key), value]))
  const {
    kind,
    at: [lon, lat],
    glassM,
    chainageM,
    otherChainageM,
    markM,
    before,
    after,
    span,
    behindM,
    plusMinusM,
    doubts,
    nearCoils,
    affected,
    hop,
    coil,
  } = located
  return {
    kind,
    cable: hop.cable.cable.id,
    span: span ?? null,
    before: before.id,
    after: after.id,
    behind_m: behindM,
    lat,
    lon,
    plus_minus_m: plusMinusM,
    doubts: doubts.map(doubt => ({ plus_minus_m: doubt.plusMinusM, why: doubt.why })),
    glass_m: glassM,
    chainage_m: chainageM,
    other_chainage_m: otherChainageM,
    mark_m: markM ?? null,
    coil: coil?.slack.id ?? null,
    near_coils: nearCoils.map(({ slack }) => slack.id),
    routes: affected.routes,
    sites: affected.sites.map(({ id }) => id),
    tenants: affected.tenants.map(({ id }) => id),
  }
}

export function bracketJson(bracketed: Bracketed): object {
  if (bracketed.kind === 'one-break')
    return { kind: bracketed.kind, difference_m: bracketed.differenceM, spot: spotJson(bracketed.spot) }
  if (bracketed.kind === 'two-breaks')
    return {
      kind: bracketed.kind,
      between_m: bracketed.betweenM,
      near: spotJson(bracketed.near),
      far: spotJson(bracketed.far),
    }
  return bracketed
}
