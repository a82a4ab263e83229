import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { serat, withCopy } from './cli.ts'
import { compiled, edited, errorsOf, readKlaten, root, withText, type Files } from './inventory.ts'

/**
 * README's recipes for a fibre site written by hand, a circuit that moves and a site that goes, carried out on the
 * reference network.
 */

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const asOf = '2026-07-01'
const recipe = (begin: string): string => new RegExp(`^\\| ${begin}[^|]* \\| (.*) \\|$`, 'm').exec(readme)?.[1] ?? ''

/** The files that a recipe names, with its placeholders filled in. */
function expectNames(text: string, files: readonly string[]): void {
  for (const file of files) expect(text, file).toContain(file)
}

describe('an agency at a new place on fibre, by hand', () => {
  const site = `site: taman
name: Dinas Pertamanan
class: opd
kecamatan: "33.10.26"
location: { lat: -7.711200, lon: 110.594300, quality: placeholder, note: composed for this test }
tenants: [taman]
router: { platform: routeros, model: CCR2004-16G-2S+PC, version: "7.20.6", serial: HC5NXAJ9ZTT, asset_register: 1.3.2.10.02.03.004/0099/2026 }
segments: { data: 60, voice: 12 }
power: { feeder: KLT-14, ups_minutes: 20 }
`
  const plant = `plant: taman
name: Taman
cables:
  - { id: c-taman-1, type: adss-12, spans: [sp-pusat-004..sp-pusat-008, sp-pusat-010, sp-taman-001], tails_m: { start: 12, end: 12 }, built: 2026-06-01 }
structures:
  - { id: odf-taman, kind: odf, site: taman, ports: 12 }
spans:
  - { id: sp-taman-001, kind: duct, from: hh-pusat-09, to: odf-taman }
`
  const route = `- route: taman-1
  name: Core 1 - Taman
  a: { router: core-1, port: sfp28-11, optic: bx10-d }
  b: { router: taman, port: sfp-sfpplus1, optic: bx10-u }
  speed_mbps: 1000
  path: [odf-core-1/60, c-taman-1/1, odf-taman/1]
`
  const added = (): Files =>
    [
      ['opd/taman.yaml', site],
      ['plant/taman.yaml', plant],
      ['routes/taman.yaml', route],
    ].reduce(
      (files, [path = '', text = '']) => withText(files, path, text),
      edited(
        readKlaten(),
        'tenants/opd.yaml',
        text => `${text.trimEnd()}\n- { tenant: taman, name: Dinas Pertamanan, kind: dinas, cost_centre: SKPD-60 }\n`,
      ),
    )

  test('takes the files that the recipe names, and leaves every number of others', () => {
    expectNames(recipe('add an agency at a new place on fibre by hand'), [
      '`tenants/opd.yaml`',
      '`opd/<site>.yaml`',
      '`plant/<area>.yaml`',
      '`routes/`',
    ])
    const before = readKlaten().ledger.split('\n')
    const built = compiled(added(), asOf)
    expect(errorsOf(built)).toEqual([])
    const after = new Set(built.ledger.split('\n'))
    expect(before.filter(line => !after.has(line))).toEqual([])
    expect(built.ledger).toMatch(/^segment\/taman\/data\/v4: /m)
  })

  test.each(['tenants/opd.yaml', 'plant/taman.yaml', 'routes/taman.yaml'])('without %s it is not whole', path => {
    const files = added()
    const original = readKlaten().sources.find(source => source.path === path)
    const others = files.sources.filter(source => source.path !== path)
    const { diagnostics } = compiled(
      { ...files, sources: original === undefined ? others : [...others, original] },
      asOf,
    )
    expect(diagnostics.map(({ about = [], message }) => `${about.join(' ')} ${message.en}`).join('\n')).toContain(
      'taman',
    )
  })
})

test('a leased site moves to another provider by the changes that the recipe names, in one round', () => {
  expectNames(recipe('move a leased site to another provider'), [
    '`circuits/<old>.yaml`',
    '`circuits/<new>.yaml`',
    "provider's reference, contract and hand-off",
    'counts, value and documents of both contracts in `providers/`',
  ])
  const entry = /- circuit: ckt-kec-karangnongko\n(?: {2}.*\n)*/
  const moved = `- circuit: ckt-kec-karangnongko
  provider: penyedia-a
  provider_ref: PA-METRO-4190
  contract: ktr-2026-01
  service: metro-ethernet
  bandwidth_mbps: 30
  monthly_rupiah: 1350000
  hub: { handoff: nni-a, vlan: 1090 }
  site: { id: kec-karangnongko, port: ether1 }
  role: primary
  period: { from: 2026-01-01, to: 2026-12-31 }
`
  const edits: readonly (readonly [string, (text: string) => string])[] = [
    ['circuits/penyedia-c.yaml', text => text.replace(entry, '')],
    ['circuits/penyedia-a.yaml', text => `${text.trimEnd()}\n${moved}`],
    [
      'providers/penyedia-a.yaml',
      text =>
        text
          .replace('excl_ppn_rupiah: 673200000', 'excl_ppn_rupiah: 689400000')
          .replace('incl_ppn_rupiah: 747252000', 'incl_ppn_rupiah: 765234000')
          .replace('circuits: 10, bandwidth_mbps: 650', 'circuits: 11, bandwidth_mbps: 680'),
    ],
    [
      'providers/penyedia-c.yaml',
      text =>
        text
          .replace('excl_ppn_rupiah: 142800000', 'excl_ppn_rupiah: 126600000')
          .replace('incl_ppn_rupiah: 158508000', 'incl_ppn_rupiah: 140526000')
          .replace('circuits: 8, bandwidth_mbps: 260', 'circuits: 7, bandwidth_mbps: 230'),
    ],
  ]
  const [first, second, ...contracts] = edits
  const circuits = [first, second].reduce((files, edit) => (edit ? edited(files, ...edit) : files), readKlaten())
  // Every figure of both contracts is named at once: nobody checks, mends one, and checks again.
  expect(errorsOf(compiled(circuits, asOf)).map(error => error.split(' ')[0])).toEqual(
    expect.arrayContaining(['providers/penyedia-a.yaml', 'providers/penyedia-c.yaml']),
  )
  const whole = contracts.reduce((files, edit) => edited(files, ...edit), circuits)
  const built = compiled(whole, asOf)
  expect(errorsOf(built)).toEqual([])
  const loopback = /^router\/kec-karangnongko\/loopback: .*$/m
  expect(loopback.exec(built.ledger)?.[0]).toBe(loopback.exec(whole.ledger)?.[0])
})

describe('a site goes', () => {
  const wedi = 'opd/kec-wedi.yaml'

  test('by the command that the recipe names: only the paper of its contract is left to do', async () => {
    expectNames(recipe('remove a site'), ['`npx serat retire site ID`', '`npx serat release`'])
    await withCopy(async folder => {
      const retired = serat(folder, 'retire', 'site', 'kec-wedi', '--as-of', asOf, '--on', asOf)
      expect(retired.code, retired.out + retired.err).toBe(1)
      expect(retired.out + retired.err).toContain('notice of termination; an addendum of contract ktr-2026-07')
      const { out } = serat(folder, 'check', '--format', 'concise', '--as-of', '2026-07-02')
      const errors = out.split('\n').filter(line => line.includes('error['))
      expect(errors.length).toBeGreaterThan(0)
      expect(errors.filter(line => !line.includes('error[KTR'))).toEqual([])
    })
  })

  test('a file that is only deleted leaves behind what the recipe says, and check names each place', async () => {
    expectNames(recipe('remove a site'), ['`check` names each place'])
    await withCopy(async folder => {
      rmSync(join(folder, 'sites', wedi))
      const { code, out } = serat(folder, 'check', '--format', 'concise', '--as-of', asOf)
      expect(code).toBe(1)
      expect(out).toMatch(/circuits\/penyedia-b\.yaml:\d+:\d+: error\[LOD020\].*kec-wedi/)
    })
    const files = edited(readKlaten(), 'circuits/penyedia-b.yaml', all =>
      all.replace(/- circuit: ckt-kec-wedi\n(?: {2}.*\n)*/, ''),
    )
    const without = { ...files, sources: files.sources.filter(({ path }) => path !== wedi) }
    const left = errorsOf(compiled(without, asOf)).filter(error => !/ KTR\d+ /.test(error))
    expect(left.map(error => error.split(' ').slice(0, 2).join(' '))).toEqual([
      'downtime/2026.yaml LOD020',
      'downtime/2026.yaml LOD020',
    ])
  })
})
