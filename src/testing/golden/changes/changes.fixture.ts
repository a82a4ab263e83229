import type { Source } from '../../../source/source.ts'

/** A change of the reference network as somebody would type it, by the path of each file that it touches. */
export interface RecordedChange {
  readonly name: string
  readonly files: Readonly<Record<string, (text: string) => string | undefined>>
}

/**
 * The text with something else in the place of what stands there once; a change that no longer applies is a mistake of
 * the test.
 */
function typed(find: string | RegExp, replace: string): (text: string) => string {
  return text => {
    const changed = text.replace(find, () => replace)
    if (changed === text) throw new Error(`the reference network no longer says ${find}`)
    return changed
  }
}

function appended(lines: string): (text: string) => string {
  return text => text + lines
}

function all(...edits: readonly ((text: string) => string)[]): (text: string) => string {
  return text => edits.reduce((done, edit) => edit(done), text)
}

/** An item of a list in a file, from its first key up to the next item. */
function item(key: string, id: string): RegExp {
  return new RegExp(`^- ${key}: ${id}\\n(?:(?!- ).*\\n)*`, 'm')
}

const baru = `site: kec-baru
name: Kecamatan Baru
class: kecamatan
kecamatan: "33.10.04"
location: { lat: -7.7701, lon: 110.6501, quality: sourced }
tenants: [kec-baru]
router: { platform: routeros, model: L009UiGS-RM, version: "7.20.6", serial: H9ND4YHWEX9, asset_register: 1.3.2.10.02.03.004/0099/2026 }
segments: { data: 20, voice: 6 }
`
const cktBaru = `- circuit: ckt-kec-baru
  provider: penyedia-a
  provider_ref: PA-METRO-4499
  contract: ktr-2026-01
  service: metro-ethernet
  bandwidth_mbps: 20
  monthly_rupiah: 3100000
  hub: { handoff: nni-a, vlan: 2099 }
  site: { id: kec-baru, port: ether1 }
  role: primary
  period: { from: 2026-01-01, to: 2026-12-31 }
`

export const recordedChanges: readonly RecordedChange[] = [
  {
    name: 'ring-opened',
    files: { 'routes/ring-selatan.yaml': typed(item('route', 'selatan-3'), '') },
  },
  {
    name: 'ring-opened-accepted',
    files: {
      'routes/ring-selatan.yaml': typed(item('route', 'selatan-3'), ''),
      'waivers.yaml': appended(
        ['REV001', 'REV002']
          .map(
            code =>
              `- waiver: selatan-terbuka-${code.toLowerCase()}\n  code: ${code}\n  things: [network:klaten, "ring:ring-selatan"]\n  reason: Kabel dipindah karena pelebaran jalan; ring ditutup lagi dengan rute baru.\n  decided_by: Kepala NOC Diskominfo\n  until: 2026-12-31\n`,
          )
          .join(''),
      ),
    },
  },
  {
    name: 'only-comments',
    files: {
      'opd/dishub.yaml': typed('site: dishub\n', 'site: dishub # kantor lama\n'),
      'routes/pusat.yaml': text => `# Dibaca ulang pada November.\n${text}`,
    },
  },
  {
    name: 'site-added',
    files: {
      'opd/kec-baru.yaml': () => baru,
      'circuits/penyedia-a.yaml': appended(cktBaru),
      'providers/penyedia-a.yaml': all(
        typed('excl_ppn_rupiah: 673200000', 'excl_ppn_rupiah: 710400000'),
        typed('incl_ppn_rupiah: 747252000', 'incl_ppn_rupiah: 788544000'),
        typed('circuits: 10, bandwidth_mbps: 650', 'circuits: 11, bandwidth_mbps: 670'),
      ),
      'tenants/opd.yaml': appended(
        '- { tenant: kec-baru, name: Kecamatan Baru, kind: kecamatan, cost_centre: SKPD-99, public_service: true }\n',
      ),
    },
  },
  { name: 'vlan-grown', files: { 'opd/dishub.yaml': typed('data: 60', 'data: 61') } },
  { name: 'vlan-outgrown', files: { 'opd/dishub.yaml': typed('data: 60', 'data: 120') } },
  {
    name: 'bandwidth-raised',
    files: {
      'circuits/penyedia-b.yaml': typed(
        'bandwidth_mbps: 50, monthly_rupiah: 5200000 }',
        'bandwidth_mbps: 60, monthly_rupiah: 6100000 }',
      ),
    },
  },
  {
    name: 'site-renamed',
    files: {
      'opd/dishub.yaml': () => undefined,
      'opd/perhubungan.yaml': () =>
        'site: perhubungan\nwas: [dishub]\nname: Dinas Perhubungan\nclass: opd\nkecamatan: "33.10.24"\nlocation: { lat: -7.687117, lon: 110.636557, quality: sourced }\ntenants: [dishub]\nrouter: { platform: routeros, model: CCR2004-16G-2S+PC, version: "7.20.6", serial: HC5NXAJ9ZTS, asset_register: 1.3.2.10.02.03.004/0013/2023 }\nsegments: { data: 60, voice: 12, cctv: 60 }\npower: { feeder: KLT-02, ups_minutes: 20 }\n',
      'routes/ring-timur.yaml': all(
        typed('a: { router: dishub', 'a: { router: perhubungan'),
        typed('b: { router: dishub', 'b: { router: perhubungan'),
      ),
      'plant/timur.yaml': typed('site: dishub', 'site: perhubungan'),
      'circuits/penyedia-a.yaml': typed('id: dishub', 'id: perhubungan'),
    },
  },
  {
    name: 'broken-file',
    files: { 'opd/dishub.yaml': typed('segments:', 'segments: [') },
  },
  { name: 'network-file-broken', files: { 'network.yaml': typed('network: ', 'network ') } },
  {
    name: 'price-raised',
    files: {
      'circuits/penyedia-b.yaml': typed('monthly_rupiah: 3400000', 'monthly_rupiah: 3500000'),
    },
  },
  {
    name: 'router-replaced',
    files: {
      'opd/dlhk.yaml': typed('model: CCR2004-16G-2S+PC', 'model: CCR2116-12G-4S+'),
    },
  },
  {
    name: 'core-port-moved',
    files: { 'routes/ring-timur.yaml': typed('{ router: core-1, port: sfp28-5', '{ router: core-1, port: sfp28-11') },
  },
  {
    name: 'guest-reopened',
    files: { 'network.yaml': typed('lease_hours: 1, status: suspended }', 'lease_hours: 1 }') },
  },
  {
    name: 'route-planned',
    files: {
      'routes/ring-utara.yaml': typed('route: utara-3\n', 'route: utara-3\n  status: planned\n'),
    },
  },
  {
    name: 'circuit-to-another-provider',
    files: {
      'circuits/penyedia-b.yaml': typed(item('circuit', 'ckt-kec-bayat'), ''),
      'circuits/penyedia-a.yaml': appended(
        cktBaru.replaceAll('kec-baru', 'kec-bayat').replace('vlan: 2099', 'vlan: 2098'),
      ),
    },
  },
  {
    name: 'contract-ended',
    files: {
      'providers/penyedia-b.yaml': typed(
        'period: { from: 2026-01-01, to: 2026-11-30 }',
        'period: { from: 2026-01-01, to: 2026-10-31 }',
      ),
    },
  },
  {
    name: 'site-retired',
    files: {
      'opd/kec-wedi.yaml': typed('class: kecamatan\n', 'class: kecamatan\nstatus: retired\n'),
      'circuits/penyedia-b.yaml': typed('circuit: ckt-kec-wedi\n', 'circuit: ckt-kec-wedi\n  status: retired\n'),
    },
  },
  {
    name: 'backup-dropped',
    files: { 'circuits/penyedia-a.yaml': typed(item('circuit', 'ckt-dishub-cadangan'), '') },
  },
  {
    name: 'waiver-dropped',
    files: { 'waivers.yaml': typed(item('waiver', 'ospfv3-tanpa-autentikasi'), '') },
  },
  {
    name: 'provider-renamed',
    files: {
      'providers/penyedia-b.yaml': typed('provider: penyedia-b\n', 'provider: penyedia-baru\nwas: [penyedia-b]\n'),
      'circuits/penyedia-b.yaml': text => text.replaceAll('provider: penyedia-b\n', 'provider: penyedia-baru\n'),
      'network.yaml': typed('provider: penyedia-b\n', 'provider: penyedia-baru\n'),
      'plant/timur.yaml': text => text.replaceAll(/owner: penyedia-b\b/g, 'owner: penyedia-baru'),
    },
  },
  {
    name: 'work-moved',
    files: { 'works/2026-11.yaml': typed('until: "2026-11-15 03:00"', 'until: "2026-11-15 05:00"') },
  },
  {
    name: 'cable-removed',
    files: { 'plant/selatan.yaml': typed(/ {2}- id: c-selatan-2\n(?: {4}.*\n)*/, '') },
  },
  {
    name: 'two-rings-opened',
    files: {
      'routes/ring-selatan.yaml': typed(item('route', 'selatan-3'), ''),
      'routes/ring-utara.yaml': typed(item('route', 'utara-3'), ''),
      'network.yaml': typed('reaches: [voice, services]', 'reaches: [voice]'),
    },
  },
  // Its port moves with its name: somebody must move the cable, and nobody pays otherwise.
  {
    name: 'circuit-renamed',
    files: {
      'circuits/penyedia-a.yaml': all(
        typed('circuit: ckt-kec-ngawen\n', 'circuit: metro-ngawen\n  was: [ckt-kec-ngawen]\n'),
        typed('site: { id: kec-ngawen, port: ether1 }', 'site: { id: kec-ngawen, port: ether2 }'),
      ),
    },
  },
  // What goes away stands before what is only edited, though it is no site.
  {
    name: 'two-at-once',
    files: {
      'opd/dpmptsp.yaml': typed(/^name: .*$/m, 'name: Dinas Penanaman Modal'),
      'circuits/penyedia-c.yaml': typed(item('circuit', 'ckt-dpmptsp-cadangan'), ''),
    },
  },
  // No circuit and no contract says it, and it is paid all the same.
  {
    name: 'dark-fibre-dearer',
    files: { 'plant/selatan.yaml': typed('yearly_rupiah: 18000000', 'yearly_rupiah: 98000000') },
  },
  {
    name: 'platform-version',
    files: { 'opd/dishub.yaml': typed('version: "7.20.6"', 'version: "7.22"') },
  },
]

/** The sources with a change typed into them. */
export function withChange(sources: readonly Source[], { files }: RecordedChange): Source[] {
  const texts = new Map(sources.map(({ path, text }) => [path, text]))
  for (const [path, edit] of Object.entries(files)) {
    const text = edit(texts.get(path) ?? '')
    if (text === undefined) texts.delete(path)
    else texts.set(path, text)
  }
  return [...texts].map(([path, text]) => ({ path, text })).sort((a, b) => (a.path < b.path ? -1 : 1))
}
