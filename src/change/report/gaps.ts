import type { Language } from '../../diagnostic/diagnostic.ts'
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
    case 'errors':
      return id
        ? `${sides[gap.side].id} berisi galat: konfigurasi tidak dibandingkan, selebihnya sejauh dapat dimuat.`
        : `${sides[gap.side].en} has errors: configurations are not compared, all else as far as it loads.`
    case 'failures':
      return id
        ? `Di atas ${gap.mostSites} situs kegagalan tunggal tidak dihitung di sini; jalankan \`serat what-if --all\`.`
        : `Above ${gap.mostSites} sites single failures are not computed here; run \`serat what-if --all\`.`
  }
}
