import { bilingual } from '../words/catalogue.ts'

/** What the editor says beside a text. Counts and lists are texts. */
const indonesian = {
  fails: ({ isolated, offline, backup, exposed }: Effect) =>
    `Bila gagal: ${isolated} situs terputus, ${offline} tanpa internet, ${backup} pindah ke cadangan; ${exposed} tinggal satu jalan`,
  failsUnfelt: 'Bila gagal: layanan setiap situs tetap',
  lensFails: ({ sites }: { sites: number }) => `${sites} situs kehilangan layanan bila ini gagal`,
  lensFailsOne: ({ sites }: { sites: number }) => `sampai ${sites} situs kehilangan layanan bila salah satu gagal`,
  fee: ({ price, until }: { price: string; until: string }) => `${price} sebulan sampai ${until}`,
  feeThen: ({ price, until, then }: { price: string; until: string; then: string }) =>
    `${price} sebulan sampai ${until}, sesudahnya ${then}`,
  lensPoints: ({ points }: { points: number }) => `${points} titik gagal tunggal`,
  required: 'wajib',
  optional: 'boleh tidak ada',
  expected: ({ form }: { form: string }) => `Bentuk: ${form}`,
  example: ({ example }: { example: string }) => `Contoh: ${example}`,
  oneOf: ({ words }: { words: string }) => `Salah satu dari: ${words}`,
  refersTo: ({ kinds }: { kinds: string }) => `Nama: ${kinds}`,
  declaredAt: ({ place }: { place: string }) => `Dideklarasikan di ${place}`,
  tenants: ({ names }: { names: string }) => `Perangkat daerah: ${names}`,
  circuits: ({ names }: { names: string }) => `Sirkuit: ${names}`,
  bought: ({ speed, price, provider }: Bought) => `${speed}, ${price}, ${provider}`,
  agreed: ({ number, price, provider, until }: Agreed) =>
    `nomor ${number}, ${provider}, ${price} tanpa PPN, sampai ${until}`,
  ledger: ({ line }: { line: string }) => `Buku alokasi: ${line}`,
  page: ({ code }: { code: string }) => `Halamannya: serat explain ${code}`,
  reach: ({ km, strands }: { km: number; strands: number }) => `${km} km, ${strands} serat`,
  freeOn: ({ handoff }: { handoff: string }) => `bebas di ${handoff}`,
  freePort: 'port bebas',
  freeCore: 'core bebas',
  replaceBy: ({ word }: { word: string }) => `Ganti dengan ${word}`,
  choose: ({ word }: { word: string }) => `Pilih ${word}`,
  withoutTabs: 'Lekukkan dengan spasi, dua setiap tingkat',
  removeKey: ({ key }: { key: string }) => `Hapus ${key}`,
  nameFile: ({ path }: { path: string }) => `Namai berkas ${path}`,
  addKey: ({ key }: { key: string }) => `Tambahkan ${key}`,
  waive: ({ code }: { code: string }) => `Terima ${code} dengan alasan dan tanggal akhir (waivers.yaml)`,
  retire: ({ id }: { id: string }) => `Pensiunkan ${id}: jangan dihapus, nomornya tetap tercatat`,
}

const english: typeof indonesian = {
  fails: ({ isolated, offline, backup, exposed }) =>
    `If it fails: ${isolated} ${isolated === 1 ? 'site' : 'sites'} isolated, ${offline} without internet, ` +
    `${backup} on backup; ${exposed} on one way only`,
  failsUnfelt: 'If it fails: the service of every site stays',
  lensFails: ({ sites }) => `${sites} ${sites === 1 ? 'site loses' : 'sites lose'} service if this fails`,
  lensFailsOne: ({ sites }) =>
    `up to ${sites} ${sites === 1 ? 'site loses' : 'sites lose'} service if one of these fails`,
  fee: ({ price, until }) => `${price} a month until ${until}`,
  feeThen: ({ price, until, then }) => `${price} a month until ${until}, then ${then}`,
  lensPoints: ({ points }) => `${points} single ${points === 1 ? 'point' : 'points'} of failure`,
  required: 'required',
  optional: 'may be absent',
  expected: ({ form }) => `Form: ${form}`,
  example: ({ example }) => `Example: ${example}`,
  oneOf: ({ words }) => `One of: ${words}`,
  refersTo: ({ kinds }) => `Names: ${kinds}`,
  declaredAt: ({ place }) => `Declared at ${place}`,
  tenants: ({ names }) => `Agencies: ${names}`,
  circuits: ({ names }) => `Circuits: ${names}`,
  bought: ({ speed, price, provider }) => `${speed}, ${price}, ${provider}`,
  agreed: ({ number, price, provider, until }) => `number ${number}, ${provider}, ${price} without PPN, until ${until}`,
  ledger: ({ line }) => `Ledger: ${line}`,
  page: ({ code }) => `Its page: serat explain ${code}`,
  reach: ({ km, strands }) => `${km} km, ${strands} ${strands === 1 ? 'strand' : 'strands'}`,
  freeOn: ({ handoff }) => `free on ${handoff}`,
  freePort: 'free port',
  freeCore: 'free core',
  replaceBy: ({ word }) => `Replace by ${word}`,
  choose: ({ word }) => `Choose ${word}`,
  withoutTabs: 'Indent with spaces, two for each level',
  removeKey: ({ key }) => `Remove ${key}`,
  nameFile: ({ path }) => `Name the file ${path}`,
  addKey: ({ key }) => `Add ${key}`,
  waive: ({ code }) => `Accept ${code} with a reason and a last day (waivers.yaml)`,
  retire: ({ id }) => `Retire ${id}: instead of deleting it, so that its numbers stay recorded`,
}

interface Effect {
  readonly isolated: number
  readonly offline: number
  readonly backup: number
  readonly exposed: number
}

interface Agreed {
  readonly number: string
  readonly price: string
  readonly provider: string
  readonly until: string
}

interface Bought {
  readonly speed: string
  readonly price: string
  readonly provider: string
}

export const editorMessages = bilingual(indonesian, english)
