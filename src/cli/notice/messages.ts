import { bilingual } from '../../words/catalogue.ts'

/** What whoever plans a work is told of it. Moments, minutes and lists are texts. */
const indonesian = {
  head: ({ work, reason, ticket }: { work: string; reason: string; ticket: string }) =>
    `${work} (${ticket}): ${reason}`,
  window: ({ from, until, minutes }: { from: string; until: string; minutes: string }) =>
    `Dari ${from} sampai ${until}, ${minutes} menit`,
  takes: ({ components }: { components: string }) => `Mematikan: ${components}`,
  nothing: 'Yang dimatikan tidak membawa layanan.',
  nobody: 'Tidak ada situs yang kehilangan layanan; tidak ada surat yang perlu dikirim.',
  cause: 'pekerjaan ini',
  losses: 'Kehilangan layanan, yang melayani warga dahulu',
  loss: ({ site, state, minutes, tenants, ways }: Loss) =>
    `  ${site}: ${state}, paling lama ${minutes} menit; ${ways}; ${tenants}`,
  noWay: 'tidak ada jalan pengganti',
  way: ({ circuits }: { circuits: string }) => `lewat ${circuits}`,
  servesCitizens: ' (melayani warga)',
  exposed: ({ sites }: { sites: string }) => `Tetap berjalan, tinggal satu jalan: ${sites}`,
  letters: ({ count, work }: { count: string; work: string }) =>
    `Surat untuk ${count} perangkat daerah: serat notice ${work} --format markdown (atau html)`,
  silence: ({ work }: { work: string }) =>
    `Alertmanager: serat notice ${work} --format silence | amtool silence import`,
  weakened: ({ work, by, sites }: { work: string; by: string; sites: string }) =>
    `${work} ditolak: selama waktunya ${by} sudah melemahkan situs yang sama: ${sites}`,
  move: 'Pindahkan waktunya, atau jadikan satu pekerjaan.',
  then: ({ day, sites, work }: Then) =>
    `pada ${day} jaringan lain dari hari ini: bagi ${sites} pekerjaan ini lain akibatnya; serat notice ${work} --as-of ${day}`,
}

interface Then {
  readonly day: string
  readonly sites: string
  readonly work: string
}

const english: typeof indonesian = {
  head: ({ work, reason, ticket }) => `${work} (${ticket}): ${reason}`,
  window: ({ from, until, minutes }) => `From ${from} to ${until}, ${minutes} minutes`,
  takes: ({ components }) => `Takes down: ${components}`,
  nothing: 'What is taken down carries no service.',
  nobody: 'No site loses service; there is no letter to send.',
  cause: 'this work',
  losses: 'Who loses service, who serves citizens first',
  loss: ({ site, state, minutes, tenants, ways }) =>
    `  ${site}: ${state}, ${minutes} minutes at most; ${ways}; ${tenants}`,
  noWay: 'no other way',
  way: ({ circuits }) => `over ${circuits}`,
  servesCitizens: ' (serves citizens)',
  exposed: ({ sites }) => `In service, on one way only: ${sites}`,
  letters: ({ count, work }) => `Letters to ${count} agencies: serat notice ${work} --format markdown (or html)`,
  silence: ({ work }) => `Alertmanager: serat notice ${work} --format silence | amtool silence import`,
  weakened: ({ work, by, sites }) => `${work} is refused: in its window ${by} weakens the same sites already: ${sites}`,
  move: 'Move it to another time, or make one work of both.',
  then: ({ day, sites, work }) =>
    `on ${day} the network is another than today: for ${sites} this work does something else; serat notice ${work} --as-of ${day}`,
}

interface Loss {
  readonly site: string
  readonly state: string
  readonly minutes: string
  readonly tenants: string
  readonly ways: string
}

export const noticeMessages = bilingual(indonesian, english)
