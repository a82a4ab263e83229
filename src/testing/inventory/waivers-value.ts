import type { WaiverValue } from './value.ts'

/** Warnings that an inventory made by a program would be full of. */
const usual = [
  ['sewa-dalam-radius', 'GEO003', 'circuit:*', 'Own fibre to leased offices is not in the budget of 2026.'],
  ['ospfv3-tanpa-kunci', 'RTE002', 'route:*', 'OSPFv3 without authentication stays inside owned fibre.'],
  ['linux-belum-lengkap', 'RTR003', 'router:*', 'Linux routers are on trial.'],
  ['belum-terdaftar', 'RTR004', 'router:*', 'Numbers of the asset register are handed out in November.'],
] as const

export function waiversFor(...codes: readonly string[]): WaiverValue[] {
  return usual
    .filter(([, code]) => codes.includes(code))
    .map(([waiver, code, thing, reason]) => ({
      waiver,
      code,
      things: [thing],
      reason,
      decidedBy: 'Kepala Bidang Infrastruktur TIK',
      until: '2026-12-31',
    }))
}
