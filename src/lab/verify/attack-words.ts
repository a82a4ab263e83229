import type { Bilingual, Language } from '../../diagnostic/diagnostic.ts'
import { stateWords } from '../../words/states.ts'
import type { LabReport } from './lab-report.ts'
import type { FloodReport } from './verify-floods.ts'
import type { PowerCutReport } from './verify-power-cut.ts'
import type { SourceFault } from './verify-sources.ts'

type Attacks = Pick<LabReport, 'sources' | 'floods' | 'powerCut'>

/** What dishonest sources, floods and a power cut came to, a line each. */
export function attackLines({ sources, floods, powerCut }: Attacks): Bilingual[] {
  const { accesses, tunnels, refused, honest, faults } = sources
  const rate = Math.min(...floods.map(({ perSecond }) => perSecond))
  const agreed = floods.filter(({ agrees }) => agrees).length
  const [discovered, discoveries] = [sum(floods, 'discovered'), sum(floods, 'discoveries')]
  const slowest = Math.max(0, ...floods.map(({ recoveryMs = 5000 }) => recoveryMs))
  return [
    {
      id:
        `Sumber palsu: ${refused} paket dari ${accesses} antarmuka akses dan ${tunnels} terowongan ditolak, ` +
        `${honest} paket jujur lewat jalan yang sama, utama dan cadangan, sampai; ${faults.length} salah`,
      en:
        `Dishonest sources: ${refused} packets from ${accesses} access interfaces and ${tunnels} tunnels refused, ` +
        `${honest} honest ones by the same ways, main and backup, arrived; ${faults.length} wrong`,
    },
    ...(floods.length === 0
      ? []
      : [
          {
            id:
              `Banjir ping: ${agreed} dari ${floods.length} seperti diramalkan, sedikitnya ${rate} per detik; ` +
              `${discovered} dari ${discoveries} penemuan tetangga di antarmuka lain berhasil; ` +
              `menjawab lagi paling lambat ${slowest} ms sesudahnya`,
            en:
              `Floods of pings: ${agreed} of ${floods.length} as predicted, at least ${rate} a second; ` +
              `${discovered} of ${discoveries} discoveries of neighbours on other interfaces worked; ` +
              `answering again at most ${slowest} ms after the end`,
          },
        ]),
    powerCut === undefined ? noPowerCut : powerCutWords(powerCut),
  ]
}

const noPowerCut: Bilingual = {
  id:
    'Listrik padam di situs sewa: tidak dicoba (perlu situs di balik alamat yang berubah, `wg`, ' +
    'dan WireGuard dari `npm run setup:peers`)',
  en:
    'Power cut at a leased site: not tried (it needs a site behind an address that changes, `wg`, ' +
    'and the WireGuard of `npm run setup:peers`)',
}

function powerCutWords(report: PowerCutReport): Bilingual {
  const { site, tunnels, observed, refusedHandshakes, backMs, backAfterLookMs } = report
  const seconds = (ms: number): string => (ms / 1000).toFixed(1)
  const [forgets, production] = [report.forgetsAfterSeconds, report.productionSeconds]
  const back =
    backMs === undefined || backAfterLookMs === undefined
      ? { id: 'TIDAK kembali', en: 'did NOT come back' }
      : {
          id: `kembali ${seconds(backAfterLookMs)} s sesudah core mulai melupakan, ${seconds(backMs)} s sesudah listrik`,
          en: `back ${seconds(backAfterLookMs)} s after the cores began to forget, ${seconds(backMs)} s after power`,
        }
  return {
    id:
      `Listrik padam di ${site} (jam kembali ke 1970, alamat lain): ${refusedHandshakes} jabat tangan lewat ` +
      `${tunnels} terowongan ditolak, situs ${stateWords[observed].id}; ` +
      `${back.id} (core melupakan sesudah ${forgets} s di sini, paling lambat ${production} s di produksi)`,
    en:
      `Power cut at ${site} (clock back to 1970, another address): ${refusedHandshakes} handshakes over ${tunnels} ` +
      `tunnels refused, site ${stateWords[observed].en}; ` +
      `${back.en} (cores forget after ${forgets} s here, after ${production} s at most in production)`,
  }
}

function sum(floods: readonly FloodReport[], of: 'discovered' | 'discoveries'): number {
  return floods.reduce((total, flood) => total + flood[of], 0)
}

/** What was not as it should be, a line each. */
export function attackFaults({ sources, floods, powerCut }: Attacks, language: Language): string[] {
  return [
    ...sources.faults.map(
      ({ from, as, to, family, fault }) => `${from} > ${to} IPv${family}: ${sourceWords(as, fault)[language]}`,
    ),
    ...floods.filter(({ agrees }) => !agrees).map(flood => floodWords(flood)[language]),
    ...(powerCut === undefined || powerCut.agrees ? [] : [powerCutWords(powerCut)[language]]),
  ]
}

function sourceWords(as: string, fault: SourceFault['fault']): Bilingual {
  return fault === 'passed'
    ? { id: `LEWAT sebagai ${as}`, en: `PASSED as ${as}` }
    : {
        id: 'paket jujur lewat jalan yang sama tidak sampai: penolakan yang palsu tidak membuktikan apa pun',
        en: 'an honest packet by the same way did not arrive: the refusal of the other proves nothing',
      }
}

function floodWords({
  router,
  family,
  identifiers,
  answered,
  allowed,
  discovered,
  discoveries,
}: FloodReport): Bilingual {
  const id = identifiers === 'one' ? 'satu pengenal' : 'banyak pengenal'
  const en = identifiers === 'one' ? 'one identifier' : 'many identifiers'
  return {
    id:
      `${router} IPv${family}, banjir ping dengan ${id}: ${answered} dijawab dari paling banyak ${allowed}; ` +
      `${discovered} dari ${discoveries} tetangga ditemukan`,
    en:
      `${router} IPv${family}, flood of pings by ${en}: ${answered} answered of ${allowed} at most; ` +
      `${discovered} of ${discoveries} neighbours discovered`,
  }
}
