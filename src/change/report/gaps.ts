import type { Language } from '../../diagnostic/diagnostic.ts'
import { listed } from '../../words/figures.ts'
import type { Change, Gap } from '../change.ts'
import type { Section } from './report.ts'

export function gapSection({ gaps }: Change, language: Language): Section {
  return {
    key: 'gaps',
    title: language === 'id' ? 'Tidak dibandingkan' : 'Not compared',
    notes: gaps.map(gap => gapText(gap, language)),
    columns: [],
    rows: [],
  }
}

const sides = {
  before: { id: 'Keadaan lama', en: 'The old state' },
  after: { id: 'Keadaan baru', en: 'The new state' },
}

function gapText(gap: Gap, language: Language): string {
  const id = language === 'id'
  switch (gap.what) {
    case 'not-loaded':
      return id
        ? `${sides[gap.side].id} tidak dapat dimuat: hanya temuannya yang dibandingkan.`
        : `${sides[gap.side].en} cannot be loaded: only its findings are compared.`
    case 'not-whole':
      return id
        ? `${sides[gap.side].id} tidak dapat dimuat utuh (tanpa ${listed(gap.missing, 6).id}): layanan, uang, alamat dan konfigurasi tidak dibandingkan.`
        : `${sides[gap.side].en} does not load whole (without ${listed(gap.missing, 6).en}): service, money, addresses and configurations are not compared.`
    case 'not-rendered':
      return id
        ? 'Konfigurasi tidak dibandingkan: dengan galat ini belum dapat ditulis.'
        : 'Configurations are not compared: with these errors they cannot be written down yet.'
    case 'failures':
      return id
        ? `Di atas ${gap.mostSites} situs kegagalan tunggal tidak dihitung di sini, maka REV001, REV002, dan bagian REV006 tentang jalan kedua tidak diperiksa, dan urutan memuat router tidak diramalkan; jalankan \`serat what-if --all\`.`
        : `Above ${gap.mostSites} sites single failures are not computed here: REV001, REV002 and what REV006 says of second ways are not asked, and the order in which routers are loaded is not foretold; run \`serat what-if --all\`.`
  }
}
