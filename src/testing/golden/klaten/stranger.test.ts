import { describe, expect, it } from 'vitest'
import { lineText } from '../../../platforms/text/line.ts'
import { compiled, configurations, edited, errorsOf, readKlaten, withText, type Files } from '../../klaten/inventory.ts'

/**
 * The three changes that the README's table describes, done as a stranger would: text edits in the files that it names.
 */

const files = readKlaten()
const before = compiled(files)
const texts = textsOf(files)

interface Step {
  readonly what: string
  readonly edit: (files: Files) => Files
}

const agencyOnFibre: readonly Step[] = [
  { what: 'the place', edit: all => withText(all, 'opd/damkar.yaml', newSite) },
  {
    what: 'the agency',
    edit: all =>
      edited(
        all,
        'tenants/opd.yaml',
        text =>
          `${text}- { tenant: damkar, name: Dinas Pemadam Kebakaran, kind: dinas, cost_centre: SKPD-60, public_service: true }\n`,
      ),
  },
  { what: 'poles, spans, a cable, an ODF', edit: all => edited(all, 'plant/timur.yaml', newPlant) },
  { what: 'a route between two router ports', edit: all => edited(all, 'routes/spur.yaml', text => text + newRoute) },
]

const newSite = `site: damkar
name: Dinas Pemadam Kebakaran
class: opd
kecamatan: "33.10.25"
location: { lat: -7.709950, lon: 110.606060, quality: sourced }
tenants: [damkar]
router:
  platform: routeros
  model: RB5009UG+S+IN
  version: "7.22.3"
  serial: HDK00000001
  asset_register: 1.3.2.10.02.03.004/0099/2026
segments: { data: 40, voice: 12, cctv: 8 }
`

/** Two poles on from the closure that two offices share, and the next two free cores of the ring's cable. */
function newPlant(text: string): string {
  const [, lon = 0, lat = 0] = (/id: p-timur-265, kind: pole, at: \[([\d.-]+), ([\d.-]+)\]/.exec(text) ?? []).map(
    Number,
  )
  const at = (by: number): string => `[${(lon + by).toFixed(6)}, ${(lat + by / 4).toFixed(6)}]`
  return text
    .replace(
      '\nsplices:\n',
      '\n  - { id: c-damkar, type: adss-12, spans: [sp-damkar-1..sp-damkar-3], tails_m: { start: 12, end: 15 }, built: 2026-10-20 }\n\nsplices:\n'.replace(
        '\n  -',
        '  -',
      ),
    )
    .replace(
      'splices:\n',
      'splices:\n  - { closure: jc-timur-03, tray: 1, a: c-timur-6/27, b: c-damkar/1, loss_db: 0.05, measured: 2026-10-21 }\n  - { closure: jc-timur-03, tray: 1, a: c-timur-6/28, b: c-damkar/2, loss_db: 0.05, measured: 2026-10-21 }\n',
    )
    .replace(
      '\nstructures:\n',
      `\nstructures:\n  - { id: odf-damkar, kind: odf, site: damkar, ports: 12 }\n  - { id: p-damkar-1, kind: pole, at: ${at(0.00045)} }\n  - { id: p-damkar-2, kind: pole, at: ${at(0.0009)} }\n`,
    )
    .replace(
      '\nruns:\n',
      '\nruns:\n  - { spans: sp-damkar-1..sp-damkar-3, kind: aerial, along: [p-timur-265, p-damkar-1..p-damkar-2, odf-damkar] }\n',
    )
}

const newRoute = `- route: spur-damkar
  name: Core 2 - Damkar
  a: { router: core-2, port: sfp28-11, optic: bx20-d }
  b: { router: damkar, port: sfp-sfpplus1, optic: bx20-u }
  speed_mbps: 1000
  path: [odf-core-2/51, c-timur-6/27, jc-timur-03, c-damkar/1, odf-damkar/1]
`

const otherProvider: readonly Step[] = [
  {
    what: 'the entry out of the old file',
    edit: all =>
      edited(all, 'circuits/penyedia-c.yaml', text => text.replace(/- circuit: ckt-kec-tulung\n(?: .*\n)+/, '')),
  },
  {
    what: 'into the new one',
    edit: all => edited(all, 'circuits/penyedia-a.yaml', text => `${text.trimEnd()}\n${movedCircuit}`),
  },
  {
    what: 'the new contract',
    edit: all =>
      edited(all, 'providers/penyedia-a.yaml', text =>
        priced(text, { circuits: [10, 11], mbps: [650, 670], excl: [673_200_000, 714_000_000] }),
      ),
  },
  {
    what: 'the old contract',
    edit: all =>
      edited(all, 'providers/penyedia-c.yaml', text =>
        priced(text, { circuits: [8, 7], mbps: [260, 240], excl: [142_800_000, 131_400_000] }),
      ),
  },
]

const movedCircuit = `- circuit: ckt-kec-tulung
  provider: penyedia-a
  provider_ref: PA-METRO-4180
  contract: ktr-2026-01
  service: metro-ethernet
  bandwidth_mbps: 20
  monthly_rupiah: 3400000
  hub: { handoff: nni-a, vlan: 1011 }
  site: { id: kec-tulung, port: ether1 }
  role: primary
  period: { from: 2026-01-01, to: 2026-12-31 }
`

interface Repriced {
  readonly circuits: readonly [number, number]
  readonly mbps: readonly [number, number]
  readonly excl: readonly [number, number]
}

/** PPN is 12 % of 11/12 of the price. */
function priced(text: string, { circuits, mbps, excl }: Repriced): string {
  return text
    .replace(
      `annex: { circuits: ${circuits[0]}, bandwidth_mbps: ${mbps[0]} }`,
      `annex: { circuits: ${circuits[1]}, bandwidth_mbps: ${mbps[1]} }`,
    )
    .replace(
      `excl_ppn_rupiah: ${excl[0]}, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: ${Math.round(excl[0] * 1.11)}`,
      `excl_ppn_rupiah: ${excl[1]}, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: ${Math.round(excl[1] * 1.11)}`,
    )
}

const publicWifi: readonly Step[] = [
  {
    what: 'guests are let in again',
    edit: all =>
      edited(all, 'opd/kec-delanggu.yaml', text => text.replace('guest: 60', 'guest: { hosts: 60, status: active }')),
  },
]

const changes: readonly (readonly [string, readonly Step[], readonly string[]])[] = [
  ['an agency at a new place on fibre', agencyOnFibre, ['core-2', 'damkar']],
  ['a leased site to another provider', otherProvider, ['core-1', 'core-2', 'kec-tulung']],
  ['the public Wi-Fi at one site', publicWifi, ['core-1', 'core-2', 'kec-delanggu']],
]

describe.each(changes)('%s', (_, steps, neighbours) => {
  const whole = steps.reduce((all, { edit }) => edit(all), files)

  it('half done, check says what is missing', () => {
    const halves = steps.slice(0, -1).map((__, i) => steps.slice(0, i + 1).reduce((all, { edit }) => edit(all), files))
    for (const half of halves) expect(newFindings(half)).not.toEqual([])
  })

  it('done, check has no error and no new warning', () => {
    expect(errorsOf(compiled(whole))).toEqual([])
    expect(newFindings(whole)).toEqual([])
  })

  it(`changes the configurations of ${neighbours.join(', ')}, and no allocation that was there`, () => {
    const now = textsOf(whole)
    const changed = new Set(
      [...texts.keys(), ...now.keys()]
        .filter(path => texts.get(path) !== now.get(path))
        .map(path => path.split('/')[1]),
    )
    expect([...changed].sort()).toEqual(neighbours)
    const ledger = new Set(
      compiled(whole)
        .ledger.split('\n')
        .map(line => line.replace(/\{ value: (\S+), retired: \S+ \}/, '$1')),
    )
    expect(files.ledger.split('\n').filter(line => !ledger.has(line))).toEqual([])
  })
})

/** What `check` says now and did not say before. */
function newFindings(changed: Files): string[] {
  const old = new Set(before.diagnostics.map(({ code, message }) => `${code} ${message.en}`))
  return compiled(changed)
    .diagnostics.map(({ code, message }) => `${code} ${message.en}`)
    .filter(finding => !old.has(finding))
}

function textsOf(all: Files): ReadonlyMap<string, string> {
  return new Map([...configurations(compiled(all))].map(([path, lines]) => [path, lines.map(lineText).join('\n')]))
}
