import { bilingual, type Numbers, type Texts } from '../../words/catalogue.ts'
import { counted } from '../../words/figures.ts'
import { things } from '../../words/things.ts'

/** Of both sides of a change. */
type OfSides = Readonly<Record<'before' | 'after', string | number>>
type OldOrNew = Readonly<Record<'side', 'before' | 'after'>>

/** What a report of a change says in sentences. Names, figures and lists are texts of the reader's language. */
const indonesian = {
  // The verdict: one line.
  nothingChanges: 'Tidak ada yang berubah: layanan, uang, alamat, temuan, dan konfigurasi tetap sama',
  notAllCompared: 'tidak semuanya dapat dibandingkan',
  oldNotWhole: 'keadaan lama tidak dapat dimuat utuh, jadi tidak semuanya dapat dibandingkan',
  noErrors: '0 galat',
  newFindings: ({ count }: Numbers<'count'>) => `${count} temuan baru`,
  aMonth: ({ text }: Texts<'text'>) => `${text}/bulan`,
  rentsAYear: ({ text }: Texts<'text'>) => `sewa ${text}/tahun`,
  refusedByReview: ({ names }: Texts<'names'>) => `ditolak syarat tinjauan: ${names}`,
  acceptedInWaivers: ({ names }: Texts<'names'>) => `diterima waivers.yaml: ${names}`,
  outWhileLoading: ({ names }: Texts<'names'>) => `saat dimuat terputus: ${names}`,
  cannotMerge: ({ text }: Texts<'text'>) => `Belum dapat digabung: ${text}`,
  moreIsolating: ({ count }: Numbers<'count'>) => `${count} komponen lagi dapat memutus situs`,
  ringsOpened: ({ names }: Texts<'names'> & Numbers<'count'>) => `${ringNamed(names)} menjadi terbuka`,
  loseService: ({ count, names }: Numbers<'count'> & Texts<'names'>) => `${count} situs kehilangan layanan: ${names}`,
  numbersMove: ({ count, names }: Numbers<'count'> & Texts<'names'>) =>
    `${count} alamat atau nomor berpindah: ${names}`,
  paidOtherwise: 'Yang dibayar berubah',
  ledgerAlone: 'Hanya buku alokasi yang berubah',
  configurationsAlone: 'Hanya konfigurasi yang berubah',
  findingsAlone: 'Hanya temuan yang berubah',
  noEffect: 'Perubahan tanpa akibat',
  andMore: ({ count }: Numbers<'count'>) => `dan ${count} lagi`,
  // The sentences below it.
  oldState: ({ text }: Texts<'text'>) => `Keadaan lama: ${text}`,
  moreErrors: ({ count }: Numbers<'count'>) => ` Dan ${count} galat lagi.`,
  oneWayLeft: ({ names }: Texts<'names'>) => `Tinggal satu jalan lewat serat untuk ${names}.`,
  fromNowOneWay: ({ names }: Texts<'names'>) => `Kehilangan jalan kedua: ${names}.`,
  closed: ({ ring }: Texts<'ring'>) => `${ring} menjadi tertutup.`,
  fromNowTwoWays: ({ names }: Texts<'names'>) => `Mendapat jalan kedua: ${names}.`,
  notAcceptedAnyMore: ({ count, names }: Numbers<'count'> & Texts<'names'>) =>
    `${count} peringatan tidak lagi diterima: ${names}.`,
  numbersChange: ({ text }: Texts<'text'>) => `Alamat dan nomor: ${text}.`,
  stays: ({ names }: Texts<'names'>) => `Yang tetap: ${names}.`,
  and: 'dan',
  ownService: 'layanan',
  ownMoney: 'uang',
  ownAddresses: 'alamat',
  ownFindings: 'temuan',
  ownConfigurations: 'konfigurasi',
  // Service.
  ringOpened: ({ ring, ends, names }: Texts<'ring' | 'ends' | 'names'>) =>
    `Ring ${ring} menjadi terbuka, berujung di ${ends}; tinggal satu jalan lewat serat untuk ${names}.`,
  ringClosed: ({ ring }: Texts<'ring'>) => `Ring ${ring} menjadi tertutup.`,
  loseSecondWay: ({ names }: Texts<'names'>) => `Kehilangan jalan kedua: ${names}.`,
  gainSecondWay: ({ names }: Texts<'names'>) => `Mendapat jalan kedua: ${names}.`,
  isolating: ({ isolating, components, sites }: Readonly<Record<'isolating' | 'components' | 'sites', OfSides>>) =>
    `Komponen yang memutus situs bila gagal sendiri: ${isolating.before} dari ${components.before} → ` +
    `${isolating.after} dari ${components.after} (situs: ${sites.before} → ${sites.after}).`,
  tried: ({ failures, sites }: Numbers<'failures' | 'sites'>) =>
    `Yang menurut laporan ini tetap (dicoba: kegagalan lain ${failures}, situs ${sites})`,
  allConfirmed: ({ text }: Texts<'text'>) => `${text}: terbukti oleh paket.`,
  someRefuted: ({ text, names }: Texts<'text' | 'names'>) => `${text}: TERBANTAH oleh paket: ${names}.`,
  refuted: ({ before, after }: OfSides) => `TERBANTAH: ${before} → ${after}`,
  notTried: 'tidak dicoba',
  confirmed: ({ count }: Numbers<'count'>) => `terbukti (${count})`,
  stateConfirmed: ' Terbukti oleh paket.',
  stateRefuted: ({ before, after }: OfSides) => ` TERBANTAH oleh paket: ${before} → ${after}.`,
  // Money.
  monthWithoutVat: 'sebulan, sebelum PPN',
  yearWithoutVat: 'setahun, sebelum PPN',
  rents: 'sewa tiang, lintasan, dan serat, setahun',
  ofBought: ', sebulan',
  ofContract: ', dengan PPN',
  ofBudget: ', kontrak',
  ceiling: ', pagu',
  // The rest of the tables.
  refused: 'ditolak',
  accepted: 'diterima',
  waiver: ({ id, by, until }: Texts<'id' | 'by' | 'until'>) => `waivers.yaml: ${id}, oleh ${by}, sampai ${until}`,
  error: ({ text }: Texts<'text'>) => `${text} galat`,
  acceptedWarnings: ({ before, after }: OfSides) => `Peringatan yang diterima waivers.yaml: ${before} → ${after}.`,
  noneBetween: 'Dalam urutan ini tidak ada situs yang kehilangan layanan di antara dua langkah.',
  someBetween: ({ names }: Texts<'names'>) =>
    `Untuk sementara kehilangan layanan dalam urutan yang paling sedikit ruginya: ${names}.`,
  was: ({ text }: Texts<'text'>) => `dahulu ${text}`,
  sentences: 'kalimat',
  labelsAlone: ', hanya keterangan',
  // What is not compared.
  notLoaded: ({ side }: OldOrNew) => `${sideId[side]} tidak dapat dimuat: ${restId[side]}.`,
  notWhole: ({ side, names }: OldOrNew & Texts<'names'>) =>
    `${sideId[side]} tidak dapat dimuat utuh (tanpa ${names}): ` +
    `layanan, uang dan konfigurasi tidak dibandingkan; benda yang dapat dimuat dan ${restId[side]}.`,
  notRendered: 'Konfigurasi tidak dibandingkan: dengan galat ini belum dapat ditulis.',
  tooLarge: ({ count }: Numbers<'count'>) =>
    `Di atas ${count} situs kegagalan tunggal tidak dihitung di sini, maka REV001, REV002, ` +
    'dan bagian REV006 tentang jalan kedua tidak diperiksa, dan urutan memuat router tidak diramalkan; ' +
    'jalankan `serat what-if --all`.',
  otherVersion:
    'Bila keadaan lama ditulis untuk versi Serat yang lain, ' +
    'bandingkan dengan revisi sesudah berkasnya disesuaikan: serat diff REVISI.',
}

const sideId = { before: 'Keadaan lama', after: 'Keadaan baru' }
/** What is compared all the same. */
const restId = { before: 'temuan serta alamat yang tercatat tetap dibandingkan', after: 'temuan tetap dibandingkan' }

const findingNoun = { id: 'temuan baru', en: 'new finding', many: 'new findings' }
const numberNoun = { id: 'alamat atau nomor', en: 'moved address or number', many: 'moved addresses or numbers' }
const warningNoun = { id: 'peringatan', en: 'warning', many: 'warnings' }

const english: typeof indonesian = {
  nothingChanges: 'Nothing changes: service, money, addresses, findings and configurations stay the same',
  notAllCompared: 'not everything could be compared',
  oldNotWhole: 'the old state does not load whole, so that not everything could be compared',
  noErrors: '0 errors',
  newFindings: ({ count }) => counted(count, findingNoun).en,
  aMonth: ({ text }) => `${text}/month`,
  rentsAYear: ({ text }) => `rents ${text}/year`,
  refusedByReview: ({ names }) => `refused by the terms of review: ${names}`,
  acceptedInWaivers: ({ names }) => `accepted in waivers.yaml: ${names}`,
  outWhileLoading: ({ names }) => `while loading out: ${names}`,
  cannotMerge: ({ text }) => `Cannot be merged yet: ${text}`,
  moreIsolating: ({ count }) => `${count} more components can isolate a site`,
  ringsOpened: ({ names, count }) => `${ringNamed(names)} ${count === 1 ? 'is' : 'are'} opened`,
  loseService: ({ count, names }) => `${counted(count, things.site).en} without service: ${names}`,
  numbersMove: ({ count, names }) => `${counted(count, numberNoun).en}: ${names}`,
  paidOtherwise: 'What is paid changes',
  ledgerAlone: 'Only the ledger changes',
  configurationsAlone: 'Only configurations change',
  findingsAlone: 'Only findings change',
  noEffect: 'A change without effect',
  andMore: ({ count }) => `and ${count} more`,
  oldState: ({ text }) => `The old state: ${text}`,
  moreErrors: ({ count }) => ` And ${count} more.`,
  oneWayLeft: ({ names }) => `One way over fibre is left for ${names}.`,
  fromNowOneWay: ({ names }) => `Without a second way from now on: ${names}.`,
  closed: ({ ring }) => `${ring} is closed.`,
  fromNowTwoWays: ({ names }) => `With a second way from now on: ${names}.`,
  notAcceptedAnyMore: ({ count, names }) => `${counted(count, warningNoun).en} no longer accepted: ${names}.`,
  numbersChange: ({ text }) => `Addresses and numbers: ${text}.`,
  stays: ({ names }) => `What stays: ${names}.`,
  and: 'and',
  ownService: 'service',
  ownMoney: 'money',
  ownAddresses: 'addresses',
  ownFindings: 'findings',
  ownConfigurations: 'configurations',
  ringOpened: ({ ring, ends, names }) =>
    `Ring ${ring} is opened and ends at ${ends}; one way over fibre is left for ${names}.`,
  ringClosed: ({ ring }) => `Ring ${ring} is closed.`,
  loseSecondWay: ({ names }) => `Lose their second way: ${names}.`,
  gainSecondWay: ({ names }) => `Gain a second way: ${names}.`,
  isolating: ({ isolating, components, sites }) =>
    `Components that isolate a site by failing alone: ${isolating.before} of ${components.before} → ` +
    `${isolating.after} of ${components.after} (sites: ${sites.before} → ${sites.after}).`,
  tried: ({ failures, sites }) =>
    `What this report calls unchanged (tried: other failures ${failures}, sites ${sites})`,
  allConfirmed: ({ text }) => `${text}: confirmed by packets.`,
  someRefuted: ({ text, names }) => `${text}: REFUTED by packets: ${names}.`,
  refuted: ({ before, after }) => `REFUTED: ${before} → ${after}`,
  notTried: 'not tried',
  confirmed: ({ count }) => `confirmed (${count})`,
  stateConfirmed: ' Confirmed by packets.',
  stateRefuted: ({ before, after }) => ` REFUTED by packets: ${before} → ${after}.`,
  monthWithoutVat: 'a month, without PPN',
  yearWithoutVat: 'a year, without PPN',
  rents: 'rent of poles, crossings and fibre, a year',
  ofBought: ', a month',
  ofContract: ', with PPN',
  ofBudget: ', contracts',
  ceiling: ', ceiling',
  refused: 'refused',
  accepted: 'accepted',
  waiver: ({ id, by, until }) => `waivers.yaml: ${id}, by ${by}, until ${until}`,
  error: ({ text }) => `${text} error`,
  acceptedWarnings: ({ before, after }) => `Warnings accepted in waivers.yaml: ${before} → ${after}.`,
  noneBetween: 'In this order no site loses service between two steps.',
  someBetween: ({ names }) => `Without service for a while, in the order that loses least: ${names}.`,
  was: ({ text }) => `was ${text}`,
  sentences: 'sentences',
  labelsAlone: ', descriptions alone',
  notLoaded: ({ side }) => `${sideEn[side]} cannot be loaded: ${restEn[side]}.`,
  notWhole: ({ side, names }) =>
    `${sideEn[side]} does not load whole (without ${names}): ` +
    `service, money and configurations are not compared; what does load of it and ${restEn[side]}.`,
  notRendered: 'Configurations are not compared: with these errors they cannot be written down yet.',
  tooLarge: ({ count }) =>
    `Above ${count} sites single failures are not computed here: REV001, ` +
    'REV002 and what REV006 says of second ways are not asked, ' +
    'and the order in which routers are loaded is not foretold; run `serat what-if --all`.',
  otherVersion:
    'If the old state was written for another version of Serat, ' +
    'compare with a revision after its files were adapted: serat diff REVISION.',
}

const sideEn = { before: 'The old state', after: 'The new state' }
const restEn = { before: 'findings and recorded addresses are compared', after: 'findings are compared' }

/** A ring that is called so by its name already needs no word more. */
function ringNamed(name: string): string {
  return name.startsWith('ring') ? name : `ring ${name}`
}

export const reportMessages = bilingual(indonesian, english)
