import { spawnSync } from 'node:child_process'
import { strToU8 } from 'fflate'
import { xlsx, sheet } from '../../render/tables/xlsx.ts'
import { column } from '../../render/tables/column.ts'
import { proposedFiles } from '../../exchange/write/files.ts'
import { importArtifacts } from '../../exchange/report/artifacts.ts'
import { emptyRegency, imported, knownOf } from './base.ts'

/**
 * `npm run test:import-size`: an import of 25,000 and of 50,000 rows (CSV, XLSX), of 10,000 and 20,000 placemarks:
 * processor seconds of each, how many times as long the double takes, and the most memory that the process had.
 */
const known = knownOf(emptyRegency())

const placeOf = (i: number): readonly [number, number] => [
  110.5 + (i % 400) * 0.0005,
  -7.6 - Math.floor(i / 400) * 0.0005,
]

const makers: Readonly<Record<string, (count: number) => Promise<[string, Uint8Array]>>> = {
  csv: async count => {
    const rows = Array.from(
      { length: count },
      (_, i) =>
        `${i + 1};T/${i};${String(placeOf(i)[1]).replace('.', ',')};${String(placeOf(i)[0]).replace('.', ',')};Tiang besi;PLN;catatan ${i}`,
    )
    return ['tiang.csv', strToU8(`No;Kode Tiang;Lintang;Bujur;Jenis;Pemilik;Keterangan\n${rows.join('\n')}\n`)]
  },
  xlsx: async count => {
    const rows = Array.from({ length: count }, (_, i) => i)
    const table = {
      rows,
      columns: [
        column<number>('Kode Tiang', '', '', 'text', 1, i => `T/${i}`),
        column<number>('Lintang', '', '', 'decimal', 1, i => placeOf(i)[1]),
        column<number>('Bujur', '', '', 'decimal', 1, i => placeOf(i)[0]),
      ].map(each => ({ ...each, title: { id: each.key, en: each.key } })),
    }
    return ['tiang.xlsx', await xlsx([sheet('Tiang', table)])]
  },
  kml: async count => {
    const marks = Array.from({ length: count }, (_, i) => {
      const [lon, lat] = placeOf(i)
      return i % 10 === 9
        ? `<Placemark><name>K-${i}</name><LineString><coordinates>${[i - 4, i - 3, i - 2, i - 1].map(each => placeOf(each).join(',')).join(' ')}</coordinates></LineString></Placemark>`
        : `<Placemark><name>T-${i}</name><Point><coordinates>${lon},${lat}</coordinates></Point></Placemark>`
    })
    return [
      'survei.kml',
      strToU8(`<kml><Document><Folder><name>Tiang</name>${marks.join('')}</Folder></Document></kml>`),
    ]
  },
}

async function secondsOf(kind: string, count: number): Promise<number> {
  const file = await makers[kind]?.(count)
  if (file === undefined) throw new Error(kind)
  const before = process.cpuUsage()
  const proposal = await imported(new Map([file]), known)
  const files = proposedFiles(proposal.drafts, known.network)
  for (const { content } of importArtifacts(proposal, files, [])) await content()
  const { user, system } = process.cpuUsage(before)
  if (proposal.drafts.length < count * 0.9) throw new Error(`${kind}: only ${proposal.drafts.length} things`)
  return (user + system) / 1e6
}

async function measured(kind: string): Promise<void> {
  const most = kind === 'kml' ? 20_000 : 50_000
  await secondsOf(kind, most / 10)
  const half = await secondsOf(kind, most / 2)
  const whole = await secondsOf(kind, most)
  const megabytes = process.resourceUsage().maxRSS / 1024
  console.log(
    `${kind}: ${most / 2} in ${half.toFixed(2)} s, ${most} in ${whole.toFixed(2)} s: ${(whole / half).toFixed(2)} times; at most ${megabytes.toFixed(0)} MB`,
  )
}

const wanted = process.argv[2]
if (wanted !== undefined) await measured(wanted)
// A process of its own for each: memory is never less than it was.
else
  for (const kind of Object.keys(makers))
    spawnSync(process.execPath, [...process.execArgv, import.meta.filename, kind], { stdio: 'inherit' })
