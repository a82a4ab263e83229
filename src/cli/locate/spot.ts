import type { Bracketed } from '../../analysis/otdr/bracket.ts'
import type { Located, Spot } from '../../analysis/otdr/locate.ts'
import type { Bilingual, Language } from '../../diagnostic/diagnostic.ts'

/** Where one reading, or two, say that the break is; for people. */
export function spotText(located: Located, language: Language): string {
  return (language === 'id' ? spotWords(located).id : spotWords(located).en) + '\n'
}

export function bracketText(bracketed: Bracketed, language: Language): string {
  switch (bracketed.kind) {
    case 'one-break':
      return `${say(language, { id: `Kedua bacaan bertemu (selisih ${metres(bracketed.differenceM, 'id')}).`, en: `Both readings meet (${metres(bracketed.differenceM, 'en')} apart).` })}\n${spotText(bracketed.spot, language)}`
    case 'two-breaks':
      return `${say(language, { id: `Dua putus, atau satu ruas rusak ${metres(bracketed.betweenM, 'id')} di antaranya:`, en: `Two breaks, or one damaged stretch of ${metres(bracketed.betweenM, 'en')} between them:` })}\n${spotText(bracketed.near, language)}${spotText(bracketed.far, language)}`
    case 'contradiction':
      return say(language, {
        id: `Kedua bacaan saling tindih ${metres(bracketed.overlapM, 'id')}: indeks, heliks atau serat peluncur salah dicatat, atau bukan jalur ini.\n`,
        en: `The readings overlap by ${metres(bracketed.overlapM, 'en')}: index, helix or launch lead were noted wrongly, or it was another route.\n`,
      })
    case 'not-opposite':
      return say(language, {
        id: 'Kedua bacaan harus dari kedua ujung satu jalur.\n',
        en: 'Two readings have to come from the two ends of one route.\n',
      })
  }
}

function say(language: Language, { id, en }: Bilingual): string {
  return language === 'id' ? id : en
}

function metres(value: number, language: Language): string {
  const text = value.toFixed(1)
  return `${language === 'id' ? text.replace('.', ',') : text} m`
}

function spotWords(located: Located): Bilingual {
  switch (located.kind) {
    case 'unknown-route':
      return { id: `Jalur ${located.route} tidak ada.`, en: `There is no route ${located.route}.` }
    case 'unknown-end':
      return {
        id: `${located.from} bukan ujung jalur ini: ${located.ends.join(', ')}.`,
        en: `${located.from} is no end of this route: ${located.ends.join(', ')}.`,
      }
    case 'no-cable':
      return {
        id: `Jalur ${located.route} adalah patch cord atau tidak lengkap: tidak ada kabel untuk dicari.`,
        en: `Route ${located.route} is a patch cord, or is not whole: there is no cable to look along.`,
      }
    case 'in-launch-lead':
      return {
        id: `Di dalam serat peluncur, ${metres(located.beforePortM, 'id')} sebelum port ODF.`,
        en: `Inside the launch lead, ${metres(located.beforePortM, 'en')} before the ODF port.`,
      }
    case 'beyond-end':
      return {
        id: `${metres(located.beyondM, 'id')} di luar ujung jauh jalur (serat ${metres(located.routeGlassM, 'id')}): periksa indeks dan jalurnya.`,
        en: `${metres(located.beyondM, 'en')} beyond the far end (${metres(located.routeGlassM, 'en')} of glass): check the index and the route.`,
      }
    default:
      return foundWords(located)
  }
}

function foundWords(spot: Spot): Bilingual {
  const [lon, lat] = spot.at
  const { routes, tenants } = spot.affected
  const point = `${lat.toFixed(6)}, ${lon.toFixed(6)}`
  const whereId =
    spot.kind === 'in-span'
      ? `di bentangan ${spot.span}, antara ${spot.before.id} dan ${spot.after.id}, ${metres(spot.behindM, 'id')} dari ${spot.before.id}`
      : `${spot.kind === 'in-coil' ? 'di gulungan cadangan' : 'di ekor kabel'} pada ${spot.before.id}`
  const whereEn =
    spot.kind === 'in-span'
      ? `in span ${spot.span}, between ${spot.before.id} and ${spot.after.id}, ${metres(spot.behindM, 'en')} from ${spot.before.id}`
      : `${spot.kind === 'in-coil' ? 'in the slack coil' : 'in the tail of the cable'} at ${spot.before.id}`
  const coils = spot.nearCoils.map(({ slack }) => slack.id).join(', ')
  const list = (names: readonly string[]): string => (names.length === 0 ? '-' : names.join(', '))
  const id = [
    `Kabel ${spot.hop.cable.cable.id}, ${whereId}.`,
    `Titik ${point}, ± ${metres(spot.plusMinusM, 'id')}: ${spot.doubts.map(({ plusMinusM, why }) => `${why.id} ${metres(plusMinusM, 'id')}`).join('; ')}.`,
    `Serat ${metres(spot.glassM, 'id')}, garis ${metres(spot.chainageM, 'id')} dari ujung ini, ${metres(spot.otherChainageM, 'id')} dari ujung lain${spot.markM === undefined ? '' : `, tanda ${spot.markM.toFixed(0)} m pada selubung`}.`,
    ...(coils === '' ? [] : [`Mungkin di gulungan ${coils}.`]),
    `Jalur di sana: ${list(routes)}; penyewa: ${list(tenants.map(tenant => tenant.id))}.`,
  ]
  const en = [
    `Cable ${spot.hop.cable.cable.id}, ${whereEn}.`,
    `Point ${point}, ± ${metres(spot.plusMinusM, 'en')}: ${spot.doubts.map(({ plusMinusM, why }) => `${why.en} ${metres(plusMinusM, 'en')}`).join('; ')}.`,
    `Glass ${metres(spot.glassM, 'en')}, line ${metres(spot.chainageM, 'en')} from this end, ${metres(spot.otherChainageM, 'en')} from the other${spot.markM === undefined ? '' : `, mark ${spot.markM.toFixed(0)} m on the sheath`}.`,
    ...(coils === '' ? [] : [`It may lie in coil ${coils}.`]),
    `Routes there: ${list(routes)}; tenants: ${list(tenants.map(tenant => tenant.id))}.`,
  ]
  return { id: id.join('\n'), en: en.join('\n') }
}

/** One reading's place, for programs. */
export function spotJson(located: Located): object {
  if (!('glassM' in located && 'at' in located)) return located
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
