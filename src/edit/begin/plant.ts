import type { Source } from '../../source/source.ts'
import type { Answers } from './answers.ts'
import { head } from './head.ts'
import { polePoints } from './points.ts'

/** Poles and cables to the agency, and the routes that light them: one a core router, each on poles of its own. */
export function plantFiles(answers: Answers): Source[] {
  return [
    { path: 'plant/kota.yaml', text: plantText(answers) },
    { path: 'routes/kota.yaml', text: routesText(answers) },
    { path: `routes/${answers.hub}.yaml`, text: patchText(answers) },
  ]
}

const ways = [
  { name: 'utara', side: 'north' },
  { name: 'selatan', side: 'south' },
] as const

function plantText(answers: Answers): string {
  const laid = ways.slice(0, answers.cores)
  const poles = laid.flatMap(({ name, side }) =>
    polePoints(answers, side).map(
      ([lon, lat], i) => `  - { id: p-${name}-${number(i + 1)}, kind: pole, at: [${lon}, ${lat}] }\n`,
    ),
  )
  const runs = laid.map(
    ({ name }) =>
      `  - { spans: sp-${name}-001..sp-${name}-009, kind: aerial, ` +
      `along: [odf-${answers.hub}, p-${name}-001..p-${name}-008, odf-dinas-contoh] }\n`,
  )
  const cables = laid.map(
    ({ name }) =>
      `  - { id: c-${name}-1, type: adss-24, spans: [sp-${name}-001..sp-${name}-009], tails_m: { start: 15, end: 15 } }\n`,
  )
  return `${head('plant', 'Tiang, bentang dan kabel. Titik: [bujur, lintang].', 'Poles, spans and cables. Points: [longitude, latitude].')}plant: kota
name: Kota

cable_types:
  - { id: adss-24, name: ADSS 24 core, cores: 24, cores_per_tube: 12, helix_percent: 1.5, loss_db_per_km: { nm1310: 0.36, nm1550: 0.22 } }

structures:
  - { id: odf-${answers.hub}, kind: odf, site: ${answers.hub}, ports: 48 }
  - { id: odf-dinas-contoh, kind: odf, site: dinas-contoh, ports: 24 }
${poles.join('')}
# A run is one line for a stretch of spans: one structure more than spans.
runs:
${runs.join('')}
cables:
${cables.join('')}`
}

function number(i: number): string {
  return String(i).padStart(3, '0')
}

function routesText({ hub, cores }: Answers): string {
  const ends = [
    ['core-1', 'dinas-contoh'],
    ['dinas-contoh', 'core-2'],
  ].slice(0, cores)
  const routes = ends.map(([a = '', b = ''], i) => {
    const way = ways[i]?.name
    const [odfA, odfB] = [a, b].map(router => (router.startsWith('core') ? `odf-${hub}` : `odf-${router}`))
    const [portA, portB] = a === 'dinas-contoh' ? [2, 1] : [1, 1]
    const [odfPortA, odfPortB] = a === 'dinas-contoh' ? [3, 3] : [1, 1]
    return `- route: kota-${i + 1}
  a: { router: ${a}, port: sfp-sfpplus${portA}, optic: lr }
  b: { router: ${b}, port: sfp-sfpplus${portB}, optic: lr }
  speed_mbps: 10000
  path: [${odfA}/${odfPortA}, c-${way}-1/1, ${odfB}/${odfPortB}]${cores === 2 ? '\n  ring: kota' : ''}
`
  })
  return (
    head(
      'route',
      'Jalur serat milik sendiri: port, core kabel, port.',
      'Own routes of light: port, cores of cables, port.',
    ) + routes.join('')
  )
}

function patchText({ hub, cores }: Answers): string {
  const patches = [
    ...(cores === 2
      ? [
          '- { route: antar-core, a: { router: core-1, port: sfp-sfpplus2 }, b: { router: core-2, ' +
            'port: sfp-sfpplus2 }, speed_mbps: 10000, patch_m: 80 }\n',
        ]
      : []),
    ...[1, 2]
      .slice(0, cores)
      .map(
        i =>
          `- { route: ${hub}-${i}, a: { router: core-${i}, port: ether1 }, b: { router: ${hub}, ` +
          `port: ether${i} }, speed_mbps: 1000, patch_m: ${i === 1 ? 5 : 90} }\n`,
      ),
  ]
  return head('route', 'Kabel penghubung di dalam gedung pusat.', 'Patch cords inside the hub.') + patches.join('')
}
