import type { Bilingual, Language } from '../../diagnostic/diagnostic.ts'
import { stateWords } from '../../words/states.ts'
import { differences, notProved } from '../boot/overlay.ts'
import { failureFaults } from './failure-words.ts'
import { attackFaults, attackLines } from './attack-words.ts'
import type { SiteVerdict } from './verify-failures.ts'
import type { ZoneReport } from './verify-zones.ts'
import type { LabReport } from './lab-report.ts'

export function isClean({ prefixes, zones, sources, floods, powerCut, failures }: LabReport): boolean {
  return (
    prefixes.differences.length === 0 &&
    zones.faults.length === 0 &&
    sources.faults.length === 0 &&
    floods.every(({ agrees }) => agrees) &&
    powerCut?.agrees !== false &&
    failures.tested.every(({ agrees, healed }) => agrees && healed)
  )
}

export function reportJson(report: LabReport): object {
  const { prefixes, zones, sources, floods, powerCut, failures } = report
  return {
    agrees: isClean(report),
    routers: report.routers,
    switchedOn: report.switchedOn,
    differences,
    notProved: [...notProvedOf(report)],
    prefixes: { checkedV4: prefixes.checked[4], checkedV6: prefixes.checked[6], differences: prefixes.differences },
    zones,
    sources,
    floods,
    powerCut,
    failures: {
      all: failures.all,
      tested: failures.tested.length,
      ...(failures.seed === undefined ? {} : { seed: failures.seed }),
      disagree: failures.tested.filter(({ agrees }) => !agrees).length,
      results: failures.tested,
    },
  }
}

export function reportText(report: LabReport, language: Language): string {
  return (
    [
      ...headLines(report, language),
      '',
      ...faultLines(report, language),
      ...failureTable(report, language),
      ...failureFaults(report.failures.tested, language),
      '',
      ...noteLines(report, language),
    ].join('\n') + '\n'
  )
}

function headLines(report: LabReport, language: Language): string[] {
  const {
    routers,
    prefixes,
    zones,
    failures: { all, tested },
  } = report
  const agreed = tested.filter(({ agrees }) => agrees).length
  const leftovers = new Set(tested.flatMap(each => each.leftovers)).size
  const say = (text: Bilingual): string => text[language]
  return [
    say({
      id:
        `Prefiks: ${prefixes.checked[4]} IPv4 dan ${prefixes.checked[6]} IPv6 pada ${routers} router seperti ` +
        `seharusnya; ${prefixes.differences.length} tabel berbeda`,
      en:
        `Prefixes: ${prefixes.checked[4]} IPv4 and ${prefixes.checked[6]} IPv6 on ${routers} routers as they ` +
        `should be; ${prefixes.differences.length} tables differ`,
    }),
    say({
      id:
        `Zona: ${zones.passed} paket diizinkan dan lewat, ${zones.refused} dilarang dan ditolak (dengan ` +
        `${zones.controls} kontrol positif); ${zones.faults.length} salah`,
      en:
        `Zones: ${zones.passed} packets allowed and passed, ${zones.refused} forbidden and refused (after ` +
        `${zones.controls} positive controls); ${zones.faults.length} wrong`,
    }),
    ...attackLines(report).map(say),
    say({
      id: `Kegagalan: ${agreed} dari ${tested.length} yang dicoba berjalan seperti diramalkan (dari ${all})`,
      en: `Failures: ${agreed} of ${tested.length} tried went as predicted (of ${all})`,
    }),
    ...(leftovers === 0
      ? []
      : [
          say({
            id:
              `ospf6d dari FRR ini tidak memasang kembali ${leftovers} prefiks transfer link setelah pulih; ` +
              'tidak ada lalu lintas yang memakainya',
            en: `this FRR's ospf6d did not put back ${leftovers} transfer prefixes of links after healing; no traffic uses them`,
          }),
        ]),
  ]
}

function faultLines({ prefixes, zones, sources, floods, powerCut }: LabReport, language: Language): string[] {
  const most = 20
  const lines = [
    ...prefixes.differences.map(({ router, family, missing, extra }) =>
      language === 'id'
        ? `${router} IPv${family}: tidak ada ${missing.join(' ') || '-'}; tidak seharusnya ${extra.join(' ') || '-'}`
        : `${router} IPv${family}: missing ${missing.join(' ') || '-'}; should not be there ${extra.join(' ') || '-'}`,
    ),
    ...zones.faults.map(
      ({ from, to, zones: pair, family, fault }) =>
        `${from} > ${to} (${pair}) IPv${family}: ${faultWords[fault][language]}`,
    ),
    ...attackFaults({ sources, floods, powerCut }, language),
  ]
  if (lines.length === 0) return []
  return [
    ...lines.slice(0, most),
    ...(lines.length > most
      ? [language === 'id' ? `dan ${lines.length - most} lainnya` : `and ${lines.length - most} more`]
      : []),
    '',
  ]
}

const faultWords: Readonly<Record<ZoneReport['faults'][number]['fault'], Bilingual>> = {
  'refused-though-allowed': { id: 'ditolak padahal diizinkan', en: 'refused though allowed' },
  'passed-though-forbidden': { id: 'LEWAT padahal dilarang', en: 'PASSED though forbidden' },
  'no-control': {
    id: 'tanpa kontrol positif: penolakannya tidak membuktikan apa pun',
    en: 'no positive control: its refusal proves nothing',
  },
  'not-translated': { id: 'keluar tanpa terjemahan alamat', en: 'left without translation of its address' },
}

function failureTable({ failures: { tested } }: LabReport, language: Language): string[] {
  if (tested.length === 0) return []
  const head =
    language === 'id'
      ? ['', 'Kegagalan', 'Diramalkan', 'Teramati', 'Pulih']
      : ['', 'Failure', 'Predicted', 'Observed', 'Recovery']
  const rows = tested.map(({ component, alike, agrees, healed, sites, recoveryMs }) => [
    agrees && healed
      ? 'ok'
      : agrees
        ? language === 'id'
          ? 'TIDAK PULIH'
          : 'NOT HEALED'
        : language === 'id'
          ? 'BEDA'
          : 'DIFFERS',
    `${component}${alike.length > 0 ? ` (+${alike.length})` : ''}`,
    summaryOf(sites, ({ predicted }) => predicted, language),
    summaryOf(sites, ({ observed }) => observed, language),
    recoveryMs === 0 ? '-' : `${(recoveryMs / 1000).toFixed(1)} s`,
  ])
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map(row => (row[i] ?? '').length)))
  return [head, ...rows].map(row =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

/** `isolated 2: kec-bayat, kec-cawas`, worst first; three names at most. */
function summaryOf(
  sites: readonly SiteVerdict[],
  side: (verdict: SiteVerdict) => Pick<SiteVerdict['predicted'], 'state' | 'internetV4' | 'internetV6'>,
  language: Language,
): string {
  const named = sites.flatMap(verdict => {
    const { state, internetV6 } = side(verdict)
    if (state !== 'in-service') return [[stateWords[state][language], verdict.site] as const]
    return internetV6
      ? []
      : [[language === 'id' ? 'tanpa internet IPv6' : 'without IPv6 internet', verdict.site] as const]
  })
  const groups = [...Map.groupBy(named, ([word]) => word)].map(
    ([word, own]) =>
      `${word} ${own.length}: ${own
        .slice(0, 3)
        .map(([, site]) => site)
        .join(', ')}${own.length > 3 ? ', …' : ''}`,
  )
  return groups.length === 0 ? '-' : groups.join('; ')
}

function* notProvedOf({ vendors }: LabReport): Generator<Bilingual> {
  yield {
    id: `router ${vendors.join(', ')} berjalan sebagai FRR di sini`,
    en: `routers of ${vendors.join(', ')} run as FRR here`,
  }
  yield* notProved
}

function noteLines(report: LabReport, language: Language): string[] {
  const guests: Bilingual[] =
    report.switchedOn.length === 0
      ? []
      : [
          {
            id: `segmen ${report.switchedOn.join(', ')} dihidupkan di lab saja, untuk menguji pemisahan tamu`,
            en: `segments ${report.switchedOn.join(', ')} are switched on in the lab alone, to test that guests stay apart`,
          },
        ]
  return [
    language === 'id' ? 'Beda dengan produksi:' : 'Differences from production:',
    ...[...guests, ...differences].map(text => `- ${text[language]}`),
    language === 'id' ? 'Yang tidak dibuktikan lab ini:' : 'What this lab does not prove:',
    ...[...notProvedOf(report)].map(text => `- ${text[language]}`),
  ]
}
