import { accessWords } from '../../../words/states.ts'
import type { Network } from '../../../model/network.ts'
import { xmlText } from '../../text/escape.ts'
import { notesOf } from '../../text/notes.ts'
import { grouped } from '../../text/numbers.ts'
import type { Atlas } from './atlas.ts'
import { circuitAttributes, faint, fibre, ink, land, limit, paper, span } from './palette.ts'
import { diamond } from './panel.ts'
import { num } from './path.ts'
import type { Box, Place } from './projection.ts'
import { symbol } from './symbols.ts'
import { wrapped } from './words.ts'

interface Entry {
  readonly id: string
  readonly en: string
  /** Drawn around a place, at most 40 wide. */
  readonly draw: (at: Place) => string
}

const row = 30
const columnWidth = 300

/** What the signs mean, how much there is of each, and what the network's notes say. */
export function legendSvg(network: Network, atlas: Atlas, box: Box): string {
  const columns = [siteEntries(network, atlas), lineEntries(network, atlas), leasedEntries(network)]
  const top = box.y + 42
  const textAt = box.x + columns.length * columnWidth + 20
  return [
    `<text x="${num(box.x)}" y="${num(box.y + 12)}" font-size="15" font-weight="bold" fill="${ink}">Keterangan <tspan font-weight="normal" font-style="italic" font-size="12" fill="${faint}">Legend</tspan></text>`,
    ...columns.flatMap((entries, i) =>
      entries.map((entry, at) => entrySvg(entry, [box.x + 20 + i * columnWidth, top + at * row])),
    ),
    `<text x="${num(textAt)}" y="${num(box.y + 12)}" font-size="15" font-weight="bold" fill="${ink}">Catatan <tspan font-weight="normal" font-style="italic" font-size="12" fill="${faint}">Notes</tspan></text>`,
    ...textBlock(
      [...facts(network, atlas), ...notesOf(network).map(({ id }) => id)],
      textAt,
      top - 4,
      box.x + box.width - textAt,
      box.y + box.height,
    ),
  ].join('\n')
}

function entrySvg({ id, en, draw }: Entry, [x, y]: Place): string {
  return `${draw([x, y])}<text x="${num(x + 30)}" y="${num(y)}" font-size="11.5" fill="${ink}">${xmlText(id)}<tspan x="${num(x + 30)}" dy="11" font-size="9.5" font-style="italic" fill="${faint}">${xmlText(en)}</tspan></text>`
}

function siteEntries(network: Network, atlas: Atlas): Entry[] {
  const entry = (
    id: string,
    en: string,
    kind: 'hub' | 'opd' | 'kecamatan' | 'field',
    onFibre: boolean,
    active = true,
  ): Entry => ({ id, en, draw: at => symbol(at, { class: kind, onFibre, active }) })
  if (!atlas.named)
    return [
      entry('Pusat jaringan', 'network hub', 'hub', true),
      dots('Situs pada serat milik', 'site on owned fibre', fibre, 'round'),
      dots('Situs dengan sirkuit sewa', 'site on a leased circuit', ink, 'square'),
    ]
  const sites = [...network.sites.values()]
  const occurs = (kind: 'opd' | 'kecamatan' | 'field', onFibre: boolean): boolean =>
    sites.some(site => site.declared.class === kind && atlas.onFibre.has(site.id) === onFibre)
  const words = {
    opd: ['Perangkat daerah', 'agency'],
    kecamatan: ['Kecamatan', 'district office'],
    field: ['Lapangan', 'field site'],
  } as const
  return [
    entry('Pusat jaringan (NOC)', 'network hub', 'hub', true),
    ...(['opd', 'kecamatan', 'field'] as const).flatMap(kind =>
      [true, false]
        .filter(onFibre => occurs(kind, onFibre))
        .map(onFibre => {
          const [id, en] = words[kind]
          return entry(
            `${id}, ${accessWords[onFibre ? 'owned' : 'leased'].id}`,
            `${en} on ${onFibre ? 'owned fibre' : 'a leased circuit'}`,
            kind,
            onFibre,
          )
        }),
    ),
    ...(sites.every(({ active }) => active)
      ? []
      : [
          entry(
            'Garis tepi terputus: belum atau tidak lagi aktif',
            'broken outline: planned or retired',
            'opd',
            false,
            false,
          ),
        ]),
    {
      id: 'Nama miring: letak perkiraan atau sementara',
      en: 'name in italics: place approximate or a placeholder',
      draw: ([x, y]) =>
        `<text x="${num(x)}" y="${num(y + 4)}" font-size="13" font-style="italic" text-anchor="middle" fill="${ink}">Aa</text>`,
    },
  ]
}

function dots(id: string, en: string, colour: string, cap: 'round' | 'square'): Entry {
  return {
    id,
    en,
    draw: ([x, y]) => `<path d="M${num(x)} ${num(y)}h0" stroke="${colour}" stroke-width="5" stroke-linecap="${cap}"/>`,
  }
}

function strokeSample([x, y]: Place, attributes: string): string {
  return `<path d="M${num(x - 18)} ${num(y)}h38" fill="none" ${attributes}/>`
}

function poleSample([x, y]: Place): string {
  return `${strokeSample([x, y], `stroke="${fibre}" stroke-width="3"`)}<path d="M${num(x - 10)} ${num(y)}h0m10 0h0m10 0h0" stroke="${paper}" stroke-width="1.5" stroke-linecap="round"/>`
}

function lineEntries({ declared: { fibreRadiusKm } }: Network, { named, dark, closures, spans }: Atlas): Entry[] {
  return [
    {
      id: 'Kabel serat milik, dipakai',
      en: 'owned fibre in use',
      draw: at => strokeSample(at, `stroke="${fibre}" stroke-width="3" stroke-linecap="round"`),
    },
    ...(dark.length === 0
      ? []
      : [
          {
            id: 'Kabel serat tanpa rute aktif',
            en: 'cable without an active route',
            draw: (at: Place) => strokeSample(at, `stroke="${fibre}" stroke-width="1.4" stroke-dasharray="5 3"`),
          },
        ]),
    ...(spans.length === 0
      ? []
      : [
          {
            id: 'Bentang tanpa kabel',
            en: 'span without a cable',
            draw: (at: Place) => strokeSample(at, `stroke="${span}" stroke-width="1.2"`),
          },
        ]),
    ...(named ? [{ id: 'Tiang', en: 'pole', draw: poleSample }] : []),
    ...(closures.length === 0
      ? []
      : [{ id: 'Closure (sambungan)', en: 'splice closure', draw: (at: Place) => diamond(at) }]),
    {
      id: `Batas serat milik, ${fibreRadiusKm} km dari pusat`,
      en: 'limit of owned fibre',
      draw: at =>
        strokeSample(at, `stroke="${limit}" stroke-width="1.3" stroke-dasharray="1 5" stroke-linecap="round"`),
    },
    {
      id: 'Kecamatan: batas perkiraan',
      en: 'district: approximate outline',
      draw: ([x, y]) =>
        `<rect x="${num(x - 18)}" y="${num(y - 7)}" width="19" height="14" fill="${land[0]}" stroke="${paper}"/><rect x="${num(x + 1)}" y="${num(y - 7)}" width="19" height="14" fill="${land[1]}" stroke="${paper}"/>`,
    },
  ]
}

/** The services that occur. */
function leasedEntries({ circuits }: Network): Entry[] {
  const all = [...circuits.values()]
  const backups = all.filter(({ declared }) => declared.role === 'backup')
  const [thin] = backups
  return [
    ...services.flatMap((service): Entry[] => {
      const count = all.filter(({ declared }) => declared.service === service).length
      return count === 0
        ? []
        : [
            {
              id: `Sirkuit sewa ${service} (${grouped(count)})`,
              en: 'leased circuit, drawn straight',
              draw: at => strokeSample(at, circuitAttributes(service, 'primary')),
            },
          ]
    }),
    ...(thin === undefined
      ? []
      : [
          {
            id: `Lebih tipis: sirkuit cadangan (${grouped(backups.length)})`,
            en: 'thinner: backup circuit',
            draw: (at: Place) => strokeSample(at, circuitAttributes(thin.declared.service, 'backup')),
          },
        ]),
  ]
}

const services = ['metro-ethernet', 'ip-vpn', 'internet'] as const

function facts(network: Network, { named }: Atlas): string[] {
  const { sites, tenants, routes, circuits, cables } = network
  return [
    `${grouped(sites.size)} situs, ${grouped(tenants.size)} perangkat daerah, ${grouped(routes.size)} rute serat ` +
      `milik pada ${grouped(cables.size)} kabel, ${grouped(circuits.size)} sirkuit sewa.`,
    'Sirkuit sewa digambar lurus dari pusat: jalur penyedia tidak diketahui. ' +
      'Batas kecamatan adalah perkiraan, dapat meleset beberapa kilometer di tepi.',
    ...(named
      ? ['Nama miring berarti letak situs belum pasti; mutu letak tiap situs ada di tabel dan di topology.geojson.']
      : []),
  ]
}

function textBlock(paragraphs: readonly string[], x: number, y: number, width: number, bottom: number): string[] {
  const size = 11
  const letters = Math.floor(width / (size * 0.5))
  const lines: string[] = []
  let at = y
  for (const paragraph of paragraphs) {
    for (const line of wrapped(paragraph, letters, 6)) {
      if (at > bottom) return lines
      lines.push(`<text x="${num(x)}" y="${num(at)}" font-size="${size}" fill="${ink}">${xmlText(line)}</text>`)
      at += size * 1.25
    }
    at += 4
  }
  return lines
}
