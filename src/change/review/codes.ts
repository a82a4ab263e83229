import type { Bilingual, Severity } from '../../diagnostic/diagnostic.ts'

/** What a change may not do unseen, where the network's `review` says so. Numbers are never reused. */
export const reviewCodes = {
  REV001: {
    severity: 'error',
    title: { id: 'Lebih banyak titik kegagalan tunggal', en: 'More single points of failure' },
  },
  REV002: { severity: 'error', title: { id: 'Ring menjadi terbuka', en: 'A ring is opened' } },
  REV003: { severity: 'error', title: { id: 'Alamat atau nomor berpindah', en: 'An address or number moves' } },
  REV004: {
    severity: 'error',
    title: { id: 'Biaya setahun naik melewati batas', en: 'Yearly cost rises above the limit' },
  },
  REV005: { severity: 'error', title: { id: 'Pagu terlampaui', en: 'A budget line is exceeded' } },
  REV006: { severity: 'error', title: { id: 'Jalan pengelolaan melemah', en: 'A way of management is weakened' } },
  REV007: { severity: 'error', title: { id: 'Syarat tinjauan dilonggarkan', en: 'Terms of review are loosened' } },
} as const satisfies Readonly<Record<string, { readonly severity: Severity; readonly title: Bilingual }>>

export type ReviewCode = keyof typeof reviewCodes
