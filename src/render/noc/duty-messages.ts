import { bilingual } from '../../words/catalogue.ts'

/** The sheet that lies beside the telephone of a shift. Lists are texts. */
const indonesian = {
  title: ({ network }: { network: string }) => `Lembar jaga ${network}`,
  intro:
    'Dibuat dari inventaris. Nomor telepon tidak ada di sini: lihat berkas kantor sendiri (serat call --phones). ' +
    'Sebab yang menjelaskan gangguan: serat locate.',
  first: 'Lima pertanyaan pertama',
  question1: 'Apa yang tidak menjawab, dan sejak menit keberapa? Apa yang masih menjawab?',
  question2: 'Samakah penyulang listrik, gedung, penyedia atau kabelnya? (serat locate --down …)',
  question3: 'Siapa yang kehilangan layanan, dan apakah ia melayani warga? (serat what-if …)',
  question4: 'Adakah pekerjaan terencana atau izin jalan di sana malam ini?',
  question5: 'Sudahkah waktu mulai, nomor tiket dan buktinya dicatat? Tanpa itu tidak ada restitusi.',
  providerCaption: ({ name, role, hours }: { name: string; role: string; hours: string }) => `${name}: ${role}${hours}`,
  reference: 'Nomor layanan',
  backup: 'Jalan lain',
  ladder: ({ steps }: { steps: string }) => `Eskalasi: ${steps}.`,
  step: ({ minutes, role }: { minutes: number; role: string }) => `sesudah ${minutes} menit ${role}`,
  none: 'tidak ada',
  rings: 'Cincin',
  ring: 'Cincin',
  closed: 'Tertutup',
  yes: 'ya',
  openAt: ({ routes }: { routes: string }) => `tidak: ${routes}`,
  members: 'Situs yang bergantung padanya',
  exposed: 'Tinggal satu jalan',
  buildings: 'Gedung dan listrik',
  what: 'Bila mati',
  out: 'Tanpa layanan',
  tests: 'Uji yang memisahkan penyebab',
  sameSigns: 'Yang tampak sama',
  ask: 'Yang ditanyakan',
  splitGlass:
    'Ukur OTDR dari ODF terdekat di kedua ujung: jaraknya menunjuk bentang, tiang atau closure (serat locate --otdr).',
  splitEnds:
    'Baca daya terima di kedua ujung: kosong di satu ujung berarti pemancar, port atau patch cord ujung lain; ' +
    'kosong di keduanya berarti kabel.',
  splitDevice: 'Tanya orang di tempat: lampu perangkat menyala? Kipas? Coba konsol atau port lokal.',
  splitPower: 'Tanya orang di tempat dan PLN: penyulang, UPS, genset; berapa menit baterai tersisa.',
  splitProvider: 'Telepon NOC penyedia dengan nomor layanan: satu sirkuit, satu simpul, atau semuanya?',
}

const english: typeof indonesian = {
  title: ({ network }) => `Duty sheet of ${network}`,
  intro:
    "Made from the inventory. Telephone numbers are not here: they are in the office's own file (serat call " +
    '--phones). What explains an outage: serat locate.',
  first: 'The first five questions',
  question1: 'What does not answer, and since which minute? What still answers?',
  question2: 'Do they share a power feeder, a building, a provider or a cable? (serat locate --down …)',
  question3: 'Who loses service, and does it serve citizens? (serat what-if …)',
  question4: 'Is there planned work, or a permit on that road, tonight?',
  question5: 'Are the beginning, the ticket number and the evidence written down? Without them nothing is paid back.',
  providerCaption: ({ name, role, hours }) => `${name}: ${role}${hours}`,
  reference: 'Reference',
  backup: 'Other ways',
  ladder: ({ steps }) => `Escalation: ${steps}.`,
  step: ({ minutes, role }) => `after ${minutes} minutes ${role}`,
  none: 'none',
  rings: 'Rings',
  ring: 'Ring',
  closed: 'Closed',
  yes: 'yes',
  openAt: ({ routes }) => `no: ${routes}`,
  members: 'Sites that hang on it',
  exposed: 'On one way only',
  buildings: 'Buildings and power',
  what: 'If down',
  out: 'Out of service',
  tests: 'Tests that split the candidates',
  sameSigns: 'Looks the same',
  ask: 'What to ask',
  splitGlass:
    'Shoot from the nearest ODF at both ends: the distance names the span, pole or closure (serat locate --otdr).',
  splitEnds:
    'Read the received power at both ends: none at one end means the transmitter, ' +
    'port or patch cord of the other; none at both means the cable.',
  splitDevice: 'Ask somebody on the spot: are its lamps on? The fan? Try the console or the local port.',
  splitPower:
    'Ask somebody on the spot and the power company: feeder, UPS, generator; how many minutes of battery are left.',
  splitProvider: "Call the provider's NOC with the reference: one circuit, one node, or all of them?",
}

export const dutyMessages = bilingual(indonesian, english)
