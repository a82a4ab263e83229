import type { Bilingual, Language } from '../../diagnostic/diagnostic.ts'
import { listed } from '../../words/figures.ts'
import type { Change } from '../change.ts'
import type { Gap } from '../parts.ts'
import { compareText } from '../../text/order.ts'
import type { Section } from './section.ts'
import { kindOrder } from './things.ts'

export function gapSection({ gaps }: Change, language: Language): Section {
  return {
    key: 'gaps',
    title: language === 'id' ? 'Tidak dibandingkan' : 'Not compared',
    notes: gaps.flatMap(gap => [gapText(gap, language), ...olderText(gap, language)]),
    columns: [],
    rows: [],
  }
}

const sides = {
  before: { id: 'Keadaan lama', en: 'The old state' },
  after: { id: 'Keadaan baru', en: 'The new state' },
}

/** What is compared all the same. */
function rest(side: keyof typeof sides): Bilingual {
  return side === 'before'
    ? { id: 'temuan serta alamat yang tercatat tetap dibandingkan', en: 'findings and recorded addresses are compared' }
    : { id: 'temuan tetap dibandingkan', en: 'findings are compared' }
}

/** Nobody mends a commit: the way on is another one. */
function olderText(gap: Gap, language: Language): string[] {
  if (gap.what === 'failures' || gap.what === 'not-rendered' || gap.side === 'after') return []
  return [
    language === 'id'
      ? 'Bila keadaan lama ditulis untuk versi Serat yang lain, bandingkan dengan revisi sesudah berkasnya disesuaikan: serat diff REVISI.'
      : 'If the old state was written for another version of Serat, ' +
        'compare with a revision after its files were adapted: serat diff REVISION.',
  ]
}

/** The site whose file is broken before the cables that end there; one that nobody can name comes last. */
function heaviestFirst(missing: readonly string[]): string[] {
  const rank = (name: string): number => {
    const [kind = '', id] = name.split(':')
    const place = kindOrder.indexOf(kind)
    return id === undefined ? kindOrder.length + 1 : place < 0 ? kindOrder.length : place
  }
  return missing.toSorted((a, b) => rank(a) - rank(b) || compareText(a, b))
}

function gapText(gap: Gap, language: Language): string {
  const id = language === 'id'
  switch (gap.what) {
    case 'not-loaded':
      return id
        ? `${sides[gap.side].id} tidak dapat dimuat: ${rest(gap.side).id}.`
        : `${sides[gap.side].en} cannot be loaded: ${rest(gap.side).en}.`
    case 'not-whole':
      return id
        ? `${sides[gap.side].id} tidak dapat dimuat utuh (tanpa ${listed(heaviestFirst(gap.missing), 6).id}): ` +
            `layanan, uang dan konfigurasi tidak dibandingkan; benda yang dapat dimuat dan ${rest(gap.side).id}.`
        : `${sides[gap.side].en} does not load whole (without ${listed(heaviestFirst(gap.missing), 6).en}): ` +
            `service, money and configurations are not compared; what does load of it and ${rest(gap.side).en}.`
    case 'not-rendered':
      return id
        ? 'Konfigurasi tidak dibandingkan: dengan galat ini belum dapat ditulis.'
        : 'Configurations are not compared: with these errors they cannot be written down yet.'
    case 'failures':
      return id
        ? `Di atas ${gap.mostSites} situs kegagalan tunggal tidak dihitung di sini, maka REV001, REV002, ` +
            'dan bagian REV006 tentang jalan kedua tidak diperiksa, dan urutan memuat router tidak diramalkan; ' +
            `jalankan \`serat what-if --all\`.`
        : `Above ${gap.mostSites} sites single failures are not computed here: REV001, ` +
            'REV002 and what REV006 says of second ways are not asked, ' +
            `and the order in which routers are loaded is not foretold; run \`serat what-if --all\`.`
  }
}
