import type { Network, Span, Structure } from '../../model/network.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { inside, type Place } from '../../source/source.ts'
import { covers } from '../../model/days.ts'
import { rule } from '../define.ts'
import { day } from '../../words/dates.ts'
import { structureName } from '../../words/things.ts'

interface Facts {
  readonly what: Bilingual
  readonly asOf: string
  readonly permit: Structure['declared']['permit']
}

export const permitMissing = rule<Facts>({
  code: 'PLT007',
  name: 'permit-missing',
  severity: 'warning',
  title: {
    id: 'Tiang pihak lain atau perlintasan tanpa izin yang berlaku',
    en: "Another party's pole, or a crossing, without a permit in force",
  },
  *check({ network, plan: { asOf } }) {
    for (const { thing, what, at } of needing(network)) {
      const { permit } = thing.declared
      if (permit === undefined) yield { at, facts: { what, asOf, permit }, about: [thing] }
      else if (!covers({ from: permit.from, to: permit.until }, asOf))
        yield {
          at: inside(thing.origin, 'permit', permit.until < asOf ? 'until' : 'from'),
          facts: { what, asOf, permit },
          about: [thing],
        }
    }
  },
  message: ({ what, asOf, permit }) => {
    if (permit === undefined) return { id: `${what.id} tidak punya izin`, en: `${what.en} has no permit` }
    const ended = permit.until < asOf
    return {
      id: `izin ${permit.number} untuk ${what.id} ${ended ? `berakhir ${day(permit.until).id}` : `baru berlaku ${day(permit.from).id}`}`,
      en: `permit ${permit.number} for ${what.en} ${ended ? `ended on ${day(permit.until).en}` : `begins only on ${day(permit.from).en}`}`,
    }
  },
  hint: () => ({
    id: 'urus atau perpanjang izinnya, lalu catat di permit dengan nomor dan masa berlakunya',
    en: 'obtain or renew it, then record it under permit with its number and dates',
  }),
})

interface Needing {
  readonly thing: Structure | Span
  readonly what: Bilingual
  /** The scalar that makes a permit necessary. */
  readonly at: Place
}

const crossings: Record<'road' | 'river' | 'railway', Bilingual> = {
  road: { id: 'jalan', en: 'a road' },
  river: { id: 'sungai', en: 'a river' },
  railway: { id: 'rel kereta api', en: 'a railway' },
}

function* needing(network: Network): Generator<Needing> {
  for (const structure of network.structures.values()) {
    const { owner, status } = structure.declared
    if (owner === 'pemkab' || status !== 'active') continue
    const name = structureName(structure)
    yield {
      thing: structure,
      what: { id: `${name.id} milik ${owner}`, en: `${name.en} of ${owner}` },
      at: inside(structure.origin, 'owner'),
    }
  }
  for (const span of network.spans.values()) {
    const { crossing, status, kind, owner = 'pemkab' } = span.declared
    if (status !== 'active') continue
    if (crossing === undefined) {
      if (owner !== 'pemkab') yield needingOwner(span, owner, kind)
      continue
    }
    const over = crossings[crossing]
    yield {
      thing: span,
      what: { id: `bentang ${span.id} yang melintasi ${over.id}`, en: `span ${span.id} across ${over.en}` },
      at: inside(span.origin, 'crossing'),
    }
  }
}

/** A rented fibre, or a duct that is another's. */
function needingOwner(span: Span, owner: string, kind: Span['declared']['kind']): Needing {
  const what =
    kind === 'rented'
      ? { id: `serat sewa ${span.id}`, en: `rented fibre ${span.id}` }
      : { id: `bentang ${span.id}`, en: `span ${span.id}` }
  return {
    thing: span,
    what: { id: `${what.id} milik ${owner}`, en: `${what.en} of ${owner}` },
    at: inside(span.origin, 'owner'),
  }
}
