/**
 * The worked example of the practice notes (A5): nine vertices, 10,677.3 m drawn, 1.2 % installation, 0.4 % helix, a
 * tail of 15 m, coils of 20, 30 and 20 m; six splices of 0.10 dB and four connectors. The break of the example lies at
 * 110.647340 E, 7.667100 S.
 */
export const workedPlant = `plant: uji
name: Contoh A5
cable_types:
  - { id: contoh, name: Contoh A5, cores: 24, cores_per_tube: 12, helix_percent: 0.4, installation_percent: 1.2, loss_db_per_km: { nm1310: 0.40, nm1550: 0.30 } }
structures:
  - { id: odf-a, kind: odf, at: [110.6099028, -7.7081491], ports: 24 }
  - { id: v-2400, kind: pole, at: [110.6227565, -7.6940928] }
  - { id: jc-01, kind: closure, at_structure: v-3900, trays: 2 }
  - { id: v-3900, kind: pole, at: [110.6265364, -7.6810644] }
  - { id: jc-02, kind: closure, at_structure: v-5200, trays: 2 }
  - { id: v-5200, kind: pole, at: [110.637855, -7.6777966] }
  - { id: v-6200, kind: pole, at: [110.6403749, -7.669111] }
  - { id: odf-m, kind: odf, at: [110.6560463, -7.6645861], ports: 24 }
  - { id: v-9800, kind: pole, at: [110.6605817, -7.648952] }
  - { id: odf-b, kind: odf, at: [110.6682194, -7.6467465], ports: 24 }
spans:
  - { id: sp-1, kind: aerial, from: odf-a, to: v-2400, via: [[110.6131789, -7.6968579]] }
  - { id: sp-2, kind: aerial, from: v-2400, to: v-3900 }
  - { id: sp-3, kind: aerial, from: v-3900, to: v-5200 }
  - { id: sp-4, kind: aerial, from: v-6200, to: v-5200 }
  - { id: sp-5, kind: aerial, from: v-6200, to: odf-m }
  - { id: sp-6, kind: aerial, from: odf-m, to: v-9800 }
  - { id: sp-7, kind: aerial, from: v-9800, to: odf-b }
cables:
  - { id: c-1, type: contoh, spans: [sp-1, sp-2], tails_m: { start: 15, end: 0 } }
  - { id: c-2, type: contoh, spans: [sp-3], from: v-3900 }
  - { id: c-3, type: contoh, spans: [sp-5, sp-4], from: odf-m }
  - { id: c-4, type: contoh, spans: [sp-6, sp-7] }
slack:
  - { id: sl-1, cable: c-1, at: v-2400, length_m: 20 }
  - { id: sl-jc-02, cable: c-2, at: jc-02, length_m: 30 }
  - { id: sl-3, cable: c-4, at: v-9800, length_m: 20 }
splices:
  - { closure: jc-01, tray: 1, a: c-1/1, b: c-2/1, loss_db: 0.10 }
  - { closure: jc-02, tray: 1, a: c-3/1, b: c-2/1, loss_db: 0.10 }
  - { closure: jc-01, tray: 1, a: c-1/2, b: c-2/2, loss_db: 0.10 }
  - { closure: jc-02, tray: 1, a: c-3/2, b: c-2/2, loss_db: 0.10 }
`

/** The route with these optics at its two ends. */
export function workedRoute(a: string, b: string): string {
  return `route: contoh
a: { router: utara, port: sfp-sfpplus1, optic: ${a} }
b: { router: timur, port: sfp-sfpplus1, optic: ${b} }
speed_mbps: 1000
path: [odf-a/1, c-1/1, jc-01, c-2/1, jc-02, c-3/1, odf-m/1, odf-m/5, c-4/1, odf-b/1]
`
}
