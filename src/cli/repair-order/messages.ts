import { bilingual } from '../../words/catalogue.ts'

/** What the head of a crew is told. Moments, figures and lists are texts. */
const indonesian = {
  head: ({ cable, begins, setup, splices, minutes }: Head) =>
    `${cable}: penyambungan mulai ${begins}, sambungan pertama ${setup} menit kemudian; ` +
    `${splices} sambungan tiap core, ${minutes} menit tiap sambungan`,
  nothing: 'Tidak ada rute yang beroperasi lewat titik putus; urutannya menurut nomor core.',
  step: ({ at, done, cores, routes }: Step) => `${at}. sampai ${done}: core ${cores}; rute ${routes}`,
  core: ({ core, tube, fibre }: Core) => `${core} (tabung ${tube}, serat ${fibre})`,
  returns: ({ sites }: Sites) => `   pulih: ${sites}`,
  carries: ({ sites }: Sites) => `   kembali punya jalan kedua atau jalan biasa: ${sites}`,
  servesCitizens: ' (melayani warga)',
  others: ({ cores, done }: Others) => `Sesudah itu core ${cores}, sampai ${done}`,
  losses: 'Siapa kehilangan apa sampai kapan',
  loss: ({ site, state, from, until, ways, tenants }: Loss) =>
    `  ${site}: ${state}, ${from} sampai ${until}; ${ways}; ${tenants}`,
  noWay: 'tidak ada jalan pengganti',
  way: ({ circuits }: { circuits: string }) => `lewat ${circuits}`,
  nobody: 'Tidak ada situs yang kehilangan layanan; tidak ada surat yang perlu dikirim.',
  cause: 'putusnya kabel ini',
  letters: ({ count, cable }: { count: string; cable: string }) =>
    `Surat untuk ${count} perangkat daerah: serat repair-order ${cable} --format markdown (atau html), dengan pilihan yang sama`,
}

const english: typeof indonesian = {
  head: ({ cable, begins, setup, splices, minutes }) =>
    `${cable}: splicing begins ${begins}, the first splice ${setup} minutes later; ${splices} for each core, ${minutes} minutes each`,
  nothing: 'No route in service goes over the cut; cores are spliced in their order.',
  step: ({ at, done, cores, routes }) => `${at}. until ${done}: core ${cores}; route ${routes}`,
  core: ({ core, tube, fibre }) => `${core} (tube ${tube}, fibre ${fibre})`,
  returns: ({ sites }) => `   better off: ${sites}`,
  carries: ({ sites }) => `   have their second or usual way again: ${sites}`,
  servesCitizens: ' (serves citizens)',
  others: ({ cores, done }) => `Then core ${cores}, until ${done}`,
  losses: 'Who loses what until when',
  loss: ({ site, state, from, until, ways, tenants }) =>
    `  ${site}: ${state}, ${from} until ${until}; ${ways}; ${tenants}`,
  noWay: 'no other way',
  way: ({ circuits }) => `over ${circuits}`,
  nobody: 'No site loses service; there is no letter to send.',
  cause: 'this cut',
  letters: ({ count, cable }) =>
    `Letters to ${count} agencies: serat repair-order ${cable} --format markdown (or html), with the same options`,
}

interface Head {
  readonly cable: string
  readonly begins: string
  readonly setup: string
  readonly splices: string
  readonly minutes: string
}
interface Step {
  readonly at: string
  readonly done: string
  readonly cores: string
  readonly routes: string
}
interface Core {
  readonly core: string
  readonly tube: string
  readonly fibre: string
}
interface Sites {
  readonly sites: string
}
interface Others {
  readonly cores: string
  readonly done: string
}
interface Loss {
  readonly site: string
  readonly state: string
  readonly from: string
  readonly until: string
  readonly ways: string
  readonly tenants: string
}

export const repairOrderMessages = bilingual(indonesian, english)
