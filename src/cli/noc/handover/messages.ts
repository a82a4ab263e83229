import type { Bilingual } from '../../../diagnostic/diagnostic.ts'
import { bilingual } from '../../../words/catalogue.ts'
import { capital, things } from '../../../words/things.ts'

/** The page that one shift leaves to the next. Minutes, moments and lists are texts. */
const indonesian = {
  title: ({ network }: { network: string }) => `Serah terima giliran jaga ${network}`,
  at: 'Saat',
  shift: 'Giliran',
  hours: ({ hours }: { hours: string }) => `${hours} jam terakhir`,
  now: 'Sekarang',
  notAsked: 'Pemantauan tidak ditanya (--alertmanager): yang mati sekarang tidak disebut di sini.',
  sign: 'Mati',
  since: 'Sejak',
  minutes: 'Menit',
  explains: 'Yang menjelaskan',
  map: 'Peta',
  affected: 'Tanpa layanan, yang melayani warga dahulu',
  site: 'Situs',
  tenants: 'Perangkat daerah',
  lost: 'Hilang meski situsnya menjawab',
  exposed: 'Masih hidup, tinggal satu jalan',
  used: 'Menit SLA habis atau hampir habis menurut pemantau',
  calls: 'Penyedia yang dihubungi',
  references: 'Nomor layanan',
  due: 'Tingkat sekarang',
  next: 'Berikutnya',
  recovered: 'Pulih sejak pengamatan ini dimulai',
  until: 'Sampai',
  tickets: 'Tiket downtime dalam giliran ini',
  cause: 'Sebab',
  works: 'Pekerjaan terencana, sampai 24 jam ke depan',
  tight: 'Sirkuit yang sisa menitnya tipis',
  left: 'Sisa (menit)',
  allowed: 'Diizinkan',
  none: 'tidak ada',
  told: 'Yang dijanjikan penyedia, nomor tiketnya, dan yang masih ditunggu (diisi tangan):',
  gives: 'Yang menyerahkan',
  takes: 'Yang menerima',
}

const english: typeof indonesian = {
  title: ({ network }) => `Handover of the shift, ${network}`,
  at: 'At',
  shift: 'Shift',
  hours: ({ hours }) => `the last ${hours} hours`,
  now: 'Now',
  notAsked: 'The monitoring was not asked (--alertmanager): what is down now is not named here.',
  sign: 'Down',
  since: 'Since',
  minutes: 'Minutes',
  explains: 'What explains it',
  map: 'Map',
  affected: 'Out of service, who serves citizens first',
  site: 'Site',
  tenants: 'Agencies',
  lost: 'Lost although the site answers',
  exposed: 'In service, on one way only',
  used: 'Minutes of the SLA used up or nearly, as the monitoring saw it',
  calls: 'Providers to call',
  references: 'References',
  due: 'Level now',
  next: 'Next',
  recovered: 'Recovered since this watch began',
  until: 'Until',
  tickets: 'Downtime tickets in this shift',
  cause: 'Cause',
  works: 'Planned work, within the next 24 hours',
  tight: 'Circuits with few minutes left',
  left: 'Left (minutes)',
  allowed: 'Allowed',
  none: 'none',
  told: 'What the provider promised, its ticket, and what is still waited for (by hand):',
  gives: 'Handed over by',
  takes: 'Taken over by',
}

export const handoverMessages = {
  ...bilingual(indonesian, english),
  provider: heading(things.provider),
  circuit: heading(things.circuit),
  ticket: heading(things.ticket),
  work: heading(things.work),
}

function heading({ id, en }: Bilingual): Bilingual {
  return { id: capital(id), en: capital(en) }
}
