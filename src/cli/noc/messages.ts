import { bilingual } from '../../words/catalogue.ts'

/** What a shift reads in the first minute. Minutes, moments and lists are texts. */
const indonesian = {
  head: ({ at }: { at: string }) => `== ${at}`,
  alertmanager: 'BUTA: Alertmanager tidak menjawab. Yang tidak disebut di bawah tidak diketahui keadaannya.',
  watchdog:
    'BUTA: Alertmanager menjawab, tetapi alert Watchdog dari Prometheus tidak terdengar lagi. ' +
    'Yang tidak disebut di bawah tidak diketahui keadaannya.',
  probes: 'BUTA: Prometheus tidak menanyai satu router pun. Yang tidak disebut di bawah tidak diketahui keadaannya.',
  nothing: 'Tidak ada yang mati.',
  nothingKnown: 'Tidak ada yang diketahui mati.',
  down: 'Mati',
  since: ({ sign, at, minutes }: Since) => `  ${sign}: sejak ${at} (${minutes} menit)`,
  missing: ({ sign, at }: { sign: string; at: string }) => `  ${sign}: tidak disebut lagi sejak ${at}; mungkin pulih`,
  light: ({ signs }: { signs: string }) => `Cahaya lemah: ${signs} (serat show loss)`,
  tight: ({ circuits }: { circuits: string }) =>
    `Menit SLA-nya habis atau hampir habis menurut pemantau: ${circuits} (serat call)`,
  moving: 'Masih bergerak: rute yang belum disebut dianggap tidak diketahui.',
  work: ({ work, ticket, until }: UnderWay) => `Pekerjaan terencana berlangsung: ${work} (${ticket}) sampai ${until}`,
  workExplains: ({ work, ticket, until, signs }: UnderWay & { signs: string }) =>
    `Pekerjaan terencana berlangsung: ${work} (${ticket}) sampai ${until}; menjelaskan ${signs}`,
  affected: 'Terdampak, yang melayani warga dahulu',
  site: ({ site, tenants }: { site: string; tenants: string }) => `  ${site}: ${tenants}`,
  servesCitizens: ' (melayani warga)',
  exposed: ({ sites }: { sites: string }) => `Masih hidup, tinggal satu jalan: ${sites}`,
  own: ({ sites }: { sites: string }) => `Serat milik sendiri, tanpa penyedia; regu sendiri yang berangkat: ${sites}`,
  circuitLost: ({ circuit, reference, site }: LostCircuit) =>
    `Sirkuit ${circuit} (${reference}) tidak membawa apa pun; ${site} tetap menjawab lewat jalan lain`,
  uplinkLost: ({ circuit, reference }: Omit<LostCircuit, 'site'>) =>
    `Uplink ${circuit} (${reference}) tidak memberi jalan ke internet`,
  call: ({ provider, minutes }: { provider: string; minutes: string }) =>
    `Hubungi ${provider}, ${minutes} menit sejak mati`,
  strangers: ({ count, names }: { count: string; names: string }) =>
    `${count} alert menyebut yang tidak ada di inventaris ini: ${names}`,
  closed: 'Sudah pulih; baris untuk downtime/, sebabnya diisi orang:',
  next: ({ role, at }: { role: string; at: string }) => `Berikutnya ${at}: ${role}`,
  onMap: 'Tempatnya di peta jalan (OpenStreetMap)',
  handover: 'Serah terima giliran',
  title: 'Giliran malam',
  listening: ({ port }: { port: string }) =>
    `mendengarkan di http://127.0.0.1:${port}/ (webhook: /alerts); Ctrl+C menghentikan`,
}

const english: typeof indonesian = {
  head: ({ at }) => `== ${at}`,
  alertmanager: 'BLIND: Alertmanager gives no answer. The state of what is not named below is not known.',
  watchdog:
    "BLIND: Alertmanager answers, but Prometheus' alert Watchdog is not heard any more. The state of what is not named below is not known.",
  probes: 'BLIND: Prometheus asks no router any more. The state of what is not named below is not known.',
  nothing: 'Nothing is down.',
  nothingKnown: 'Nothing is known to be down.',
  down: 'Down',
  since: ({ sign, at, minutes }) => `  ${sign}: since ${at} (${minutes} minutes)`,
  missing: ({ sign, at }) => `  ${sign}: not named any more since ${at}; it may have recovered`,
  light: ({ signs }) => `Little light: ${signs} (serat show loss)`,
  tight: ({ circuits }) => `Minutes of the SLA used up or nearly, as the monitoring saw it: ${circuits} (serat call)`,
  moving: 'Still moving: a route that is not named yet counts as unknown.',
  work: ({ work, ticket, until }) => `Planned work under way: ${work} (${ticket}) until ${until}`,
  workExplains: ({ work, ticket, until, signs }) =>
    `Planned work under way: ${work} (${ticket}) until ${until}; it explains ${signs}`,
  affected: 'Affected, who serves citizens first',
  site: ({ site, tenants }) => `  ${site}: ${tenants}`,
  servesCitizens: ' (serves citizens)',
  exposed: ({ sites }) => `In service, on one way only: ${sites}`,
  own: ({ sites }) => `Fibre of our own, no provider; a crew of ours goes: ${sites}`,
  circuitLost: ({ circuit, reference, site }) =>
    `Circuit ${circuit} (${reference}) carries nothing; ${site} still answers over another way`,
  uplinkLost: ({ circuit, reference }) => `Uplink ${circuit} (${reference}) gives no way to the internet`,
  call: ({ provider, minutes }) => `Call ${provider}, ${minutes} minutes since it went down`,
  strangers: ({ count, names }) =>
    `${count} ${count === '1' ? 'alert names' : 'alerts name'} what is not in this inventory: ${names}`,
  closed: 'Recovered; lines for downtime/, the cause is for a person to fill in:',
  next: ({ role, at }) => `Next at ${at}: ${role}`,
  onMap: 'Its place on a road map (OpenStreetMap)',
  handover: 'Handover of the shift',
  title: 'Night shift',
  listening: ({ port }) => `listening at http://127.0.0.1:${port}/ (webhook: /alerts); Ctrl+C ends it`,
}

interface UnderWay {
  readonly work: string
  readonly ticket: string
  readonly until: string
}

interface LostCircuit {
  readonly circuit: string
  readonly reference: string
  readonly site: string
}

interface Since {
  readonly sign: string
  readonly at: string
  readonly minutes: string
}

export const watchMessages = bilingual(indonesian, english)

const unheardIndonesian = {
  silent: 'tidak ada yang menjawab di alamat itu',
  refused: ({ status }: { status: string }) =>
    `alamat itu menjawab HTTP ${status}: Alertmanager-kah itu (9093), bukan Prometheus (9090)?`,
  moved: ({ to }: { to: string }) => `alamat itu menyuruh ke ${to}`,
  noAlerts: 'jawabannya bukan alert: Alertmanager-kah itu, atau halaman di depannya?',
  tooLong: 'jawabannya terlalu besar untuk jaringan ini',
}

const unheardEnglish: typeof unheardIndonesian = {
  silent: 'nobody answers at that address',
  refused: ({ status }) =>
    `that address answers HTTP ${status}: is it an Alertmanager (9093), and not Prometheus (9090)?`,
  moved: ({ to }) => `that address sends to ${to}`,
  noAlerts: 'what it answers is no alerts: is it an Alertmanager, or a page before it?',
  tooLong: 'what it answers is too long for this network',
}

export const unheardMessages = bilingual(unheardIndonesian, unheardEnglish)
