import { bilingual } from '../../words/catalogue.ts'

/** A letter to an agency about planned work. Moments, names and lists are texts. */
const indonesian = {
  head: ({ network }: { network: string }) => `Pemerintah ${network}`,
  number: 'Nomor',
  date: 'Tanggal',
  subject: 'Hal',
  to: 'Kepada',
  addressee: ({ name }: { name: string }) => `Yth. Kepala ${name}`,
  about: ({ ticket }: { ticket: string }) => `Pemberitahuan pekerjaan jaringan terencana (${ticket})`,
  opening: ({ from, until, zone, reason }: Opening) =>
    `Bersama ini kami beritahukan bahwa pada ${from} sampai ${until} ${zone} dilaksanakan pekerjaan: ${reason}. ` +
    'Selama pekerjaan itu layanan jaringan Saudara terpengaruh sebagai berikut.',
  aboutRepair: ({ cable }: { cable: string }) => `Gangguan jaringan: perbaikan kabel ${cable}`,
  openingRepair: ({ cable, since, begins, done, zone }: Repair) =>
    `Kabel ${cable} putus sejak ${since} ${zone}. Penyambungannya dimulai ${begins} dan direncanakan selesai ` +
    `${done}; core disambung menurut pentingnya layanan. ` +
    'Sampai saat itu layanan jaringan Saudara terpengaruh sebagai berikut.',
  until: 'Direncanakan sampai',
  repairQuestions: ({ contact }: { contact: string }) =>
    `Waktu di atas adalah rencana dan dapat bergeser. Pertanyaan dapat disampaikan ke ${contact}, dengan menyebut nama kabel di atas.`,
  caption: 'Layanan yang terpengaruh',
  site: 'Situs',
  state: 'Keadaan',
  lasts: 'Paling lama (menit)',
  alternative: 'Jalan pengganti',
  none: 'tidak ada',
  isolated: 'terputus dari jaringan pemerintah dan internet',
  'without-internet': 'tanpa internet; aplikasi di pusat tetap dapat dibuka',
  'on-backup': 'lewat cadangan, lebih lambat',
  prepare:
    'Mohon pelayanan yang memerlukan jaringan disiapkan tanpa jaringan selama waktu itu, atau dijadwalkan di luar waktu itu.',
  slower: 'Mohon unduhan dan rapat daring yang besar ditunda sampai pekerjaan selesai.',
  questions: ({ contact }: { contact: string }) =>
    `Keberatan atas waktunya dan pertanyaan dapat disampaikan ke ${contact}, dengan menyebut nomor tiket di atas.`,
  closing: 'Demikian disampaikan, atas perhatian dan kerja sama Saudara diucapkan terima kasih.',
}

const english: typeof indonesian = {
  head: ({ network }) => `Government of ${network}`,
  number: 'Number',
  date: 'Date',
  subject: 'Subject',
  to: 'To',
  addressee: ({ name }) => `The Head of ${name}`,
  about: ({ ticket }) => `Notice of planned work on the network (${ticket})`,
  opening: ({ from, until, zone, reason }) =>
    `We inform you of work from ${from} to ${until} ${zone}: ${reason}. While it lasts your network service is affected as follows.`,
  aboutRepair: ({ cable }) => `Outage of the network: repair of cable ${cable}`,
  openingRepair: ({ cable, since, begins, done, zone }) =>
    `Cable ${cable} has been cut since ${since} ${zone}. Splicing begins on ${begins} and is planned to end on ` +
    `${done}; cores are spliced in the order of the services over them. ` +
    'Until then your network service is affected as follows.',
  until: 'Planned until',
  repairQuestions: ({ contact }) =>
    `The times above are a plan and may move. Please send questions to ${contact}, with the cable named above.`,
  caption: 'Services affected',
  site: 'Site',
  state: 'State',
  lasts: 'At most (minutes)',
  alternative: 'Another way',
  none: 'none',
  isolated: "cut off from the government's network and the internet",
  'without-internet': 'without internet; applications at the hub can still be opened',
  'on-backup': 'over the backup, slower',
  prepare: 'Please prepare services that need the network to do without it in that time, or move them to another.',
  slower: 'Please put off large downloads and video meetings until the work is done.',
  questions: ({ contact }) =>
    `Please send objections to the time, and questions, to ${contact}, with the ticket named above.`,
  closing: 'Thank you for your attention and cooperation.',
}

interface Opening {
  readonly from: string
  readonly until: string
  readonly zone: string
  readonly reason: string
}

interface Repair {
  readonly cable: string
  readonly since: string
  readonly begins: string
  readonly done: string
  readonly zone: string
}

export const letterMessages = bilingual(indonesian, english)
