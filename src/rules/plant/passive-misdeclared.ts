import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Structure } from '../../model/network.ts'
import { isPassive } from '../../model/passives.ts'
import { inside, type Place } from '../../source/source.ts'
import { number } from '../../words/figures.ts'
import { structureName } from '../../words/things.ts'
import { rule } from '../define.ts'

export const passiveMisdeclared = rule({
  code: 'PLT123',
  name: 'passive-misdeclared',
  severity: 'error',
  title: { id: 'Splitter atau multiplekser yang tidak mungkin', en: 'A splitter or multiplexer that cannot be' },
  *check({ network }) {
    for (const structure of network.structures.values())
      for (const { at, why } of faultsOf(structure)) yield { at, facts: { structure, why }, about: [structure] }
  },
  message: ({ structure, why }) => {
    const name = structureName(structure)
    return { id: `${name.id}: ${why.id}`, en: `${name.en}: ${why.en}` }
  },
  hint: () => ({
    id: 'tulis yang benar-benar terpasang: kind dan uraiannya seiring, coupler fbt dua keluaran, tiap kanal sekali',
    en: 'write what is really fitted: kind and its description together, an fbt coupler with two outputs, each channel once',
  }),
})

interface Fault {
  readonly at: Place
  readonly why: Bilingual
}

function faultsOf({ declared, origin }: Structure): Fault[] {
  const { kind, splitter, multiplexer } = declared
  if (!isPassive(declared) && splitter === undefined && multiplexer === undefined) return []
  const faults: Fault[] = []
  for (const [own, facts] of [
    ['splitter', splitter],
    ['multiplexer', multiplexer],
  ] as const) {
    if (kind === own && facts === undefined)
      faults.push({
        at: inside(origin, 'kind'),
        why: {
          id: `\`${own}:\` yang menyebut jenisnya tidak ada`,
          en: `\`${own}:\`, which says what it is, is missing`,
        },
      })
    if (kind !== own && facts !== undefined)
      faults.push({
        at: inside(origin, own),
        why: { id: `\`${own}:\` pada kind: ${kind}`, en: `\`${own}:\` under kind: ${kind}` },
      })
  }
  if (splitter?.form === 'fbt' && splitter.outputs !== 2)
    faults.push({
      at: inside(origin, 'splitter', 'outputs'),
      why: { id: 'coupler fbt punya dua keluaran', en: 'an fbt coupler has two outputs' },
    })
  if (splitter?.form === 'plc' && splitter.tapPercent !== undefined)
    faults.push({
      at: inside(origin, 'splitter', 'tapPercent'),
      why: { id: 'splitter plc membagi sama rata', en: 'a plc splitter divides in equal parts' },
    })
  if (isPassive(declared)) faults.push(...twiceIn(multiplexer?.channelsNm ?? [], inside(origin, 'multiplexer')))
  return faults
}

function twiceIn(channelsNm: readonly number[], at: Place): Fault[] {
  return channelsNm.flatMap((nm, i) =>
    channelsNm.indexOf(nm) === i
      ? []
      : [
          {
            at: inside(at, 'channelsNm', i),
            why: { id: `kanal ${number(nm).id} nm dua kali`, en: `the channel of ${number(nm).en} nm twice` },
          },
        ],
  )
}
