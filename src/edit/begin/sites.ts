import type { Source } from '../../source/source.ts'
import type { Answers } from './answers.ts'
import { head, quoted } from './head.ts'
import { agencyPoint, leasedPoint } from './points.ts'

const site = head(
  'site',
  'Sebuah tempat dengan router. Alamat dipilih Serat.',
  'A place with a router. Serat chooses the addresses.',
)

/** Sites, their agencies and kecamatan. */
export function siteFiles(answers: Answers): Source[] {
  return [
    { path: `opd/${answers.hub}.yaml`, text: site + hubText(answers) },
    { path: 'opd/dinas-contoh.yaml', text: site + agencyText(answers) },
    { path: 'opd/kec-contoh.yaml', text: site + leasedText(answers) },
    { path: 'tenants/opd.yaml', text: tenantsText },
    { path: 'areas/kecamatan.yaml', text: areasText(answers) },
  ]
}

/** The code of the leased kecamatan: the number after the hub's. */
function nextKecamatan(code: string): string {
  const number = Number(code.slice(-2))
  return `${code.slice(0, -2)}${String(number === 99 ? 1 : number + 1).padStart(2, '0')}`
}

function hubText({ name, hub, latitude, longitude, quality, kecamatan, cores }: Answers): string {
  const core = (number: number): string =>
    `  core-${number}: { platform: routeros, model: CCR2116-12G-4S+, version: "7.22", ` +
    `asset_register: CONTOH-000${number}, building: Gedung ${'AB'[number - 1]} }\n`
  return `site: ${hub}
name: ${quoted(`Diskominfo ${name}`)}
class: hub
kecamatan: "${kecamatan}"
location: { lat: ${latitude}, lon: ${longitude}, quality: ${quality} }
tenants: [diskominfo]
router: { platform: routeros, model: RB5009UG+S+IN, version: "7.22", asset_register: CONTOH-0003 }
cores:
${[1, 2].slice(0, cores).map(core).join('')}segments:
  data: 50
  noc: 10
  servers: 60
`
}

function agencyText(answers: Answers): string {
  const [lon, lat] = agencyPoint(answers)
  return `site: dinas-contoh
name: Dinas Contoh
class: opd
kecamatan: "${answers.kecamatan}"
location: { lat: ${lat}, lon: ${lon}, quality: placeholder }
tenants: [dinas-contoh]
router: { platform: routeros, model: CCR2004-16G-2S+PC, version: "7.22", asset_register: CONTOH-0004 }
segments:
  data: 40
  voice: 12
  cctv: 12
  guest: 60
`
}

function leasedText(answers: Answers): string {
  const [lon, lat] = leasedPoint(answers)
  return `site: kec-contoh
name: Kecamatan Contoh
class: kecamatan
kecamatan: "${nextKecamatan(answers.kecamatan)}"
location: { lat: ${lat}, lon: ${lon}, quality: placeholder }
tenants: [kec-contoh]
router: { platform: routeros, model: L009UiGS-RM, version: "7.22", asset_register: CONTOH-0005 }
segments:
  data: 20
  voice: 6
`
}

const tenantsText = `${head('tenant', 'Perangkat daerah: penghuni situs.', 'Agencies: tenants of sites.')}- { tenant: diskominfo, name: Dinas Komunikasi dan Informatika, kind: dinas }
- { tenant: dinas-contoh, name: Dinas Contoh, kind: dinas }
- { tenant: kec-contoh, name: Kecamatan Contoh, kind: kecamatan }
`

function areasText(answers: Answers): string {
  const [lon, lat] = leasedPoint(answers)
  return `${head('area', 'Kecamatan: kode, nama dan satu titik di dalamnya.', 'Kecamatan: code, name and a point inside.')}- area: "${answers.kecamatan}"
  name: Kecamatan Kota
  centroid: [${answers.longitude}, ${answers.latitude}]
- area: "${nextKecamatan(answers.kecamatan)}"
  name: Kecamatan Contoh
  centroid: [${lon}, ${lat}]
`
}
