import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Command } from '../command.ts'

interface Entry {
  readonly about: Bilingual
  readonly load: () => Promise<Command>
}

/** Every command, with its line in the overview; its file is loaded when somebody asks for it. */
export const commands = {
  init: {
    about: { id: 'mulai repositori sebuah daerah', en: 'begin the repository of a regency' },
    load: async () => (await import('./init.ts')).init,
  },
  check: {
    about: { id: 'semua temuan, urut menurut tempat', en: 'all findings, sorted by place' },
    load: async () => (await import('./check.ts')).check,
  },
  build: {
    about: {
      id: 'periksa, lalu buat konfigurasi, rencana IP, kontrak dan peta di out/',
      en: 'check, then render configurations, IP plan, contracts and maps into out/',
    },
    load: async () => (await import('./build.ts')).build,
  },
  explain: {
    about: {
      id: 'halaman sebuah aturan, atau asal sebuah baris hasil',
      en: 'the page of a rule, or where a line of an output comes from',
    },
    load: async () => (await import('./explain.ts')).explain,
  },
  show: {
    about: {
      id: 'tabel situs, router, sirkuit, kontrak, prefiks dan lainnya',
      en: 'tables of sites, routers, circuits, contracts, prefixes and more',
    },
    load: async () => (await import('./show.ts')).show,
  },
  diff: {
    about: {
      id: 'apa akibat perubahan ini: layanan, uang, alamat, temuan, konfigurasi',
      en: 'what this change does: service, money, addresses, findings, configurations',
    },
    load: async () => (await import('./diff.ts')).diff,
  },
  rollout: {
    about: {
      id: 'skrip yang membawa router yang sedang hidup ke keadaan baru, mundurnya, urutan dan lembar kerja',
      en: 'scripts that take live routers to the new state, their undo, the order and a run sheet',
    },
    load: async () => (await import('./rollout.ts')).rollout,
  },
  'what-if': {
    about: {
      id: 'situs dan perangkat daerah mana yang terputus bila sesuatu gagal',
      en: 'which sites and agencies lose service when something fails',
    },
    load: async () => (await import('./what-if.ts')).whatIf,
  },
  call: {
    about: {
      id: 'siapa yang ditelepon bila ini mati, dan apa yang dikatakan',
      en: 'whom to call when this is down, and what to say',
    },
    load: async () => (await import('./call.ts')).call,
  },
  notice: {
    about: {
      id: 'pekerjaan terencana: siapa kehilangan apa, surat dan silence',
      en: 'planned work: who loses what, letters and a silence',
    },
    load: async () => (await import('./notice.ts')).notice,
  },
  locate: {
    about: {
      id: 'komponen mana yang menjelaskan gangguan, dan titik putusnya',
      en: 'which components explain an outage, and where the break is',
    },
    load: async () => (await import('./locate.ts')).locate,
  },
  label: {
    about: {
      id: 'label QR untuk tiang, closure, port ODF dan kabel, sebagai PDF',
      en: 'QR labels for poles, closures, ODF ports and cables, as a PDF',
    },
    load: async () => (await import('./label.ts')).label,
  },
  agenda: {
    about: {
      id: 'apa yang mulai, berakhir atau jatuh tempo; juga sebagai kalender (.ics)',
      en: 'what begins, ends or falls due; as a calendar (.ics) too',
    },
    load: async () => (await import('./agenda.ts')).agenda,
  },
  claim: {
    about: {
      id: 'restitusi gangguan: daftar, surat klaim, catatannya',
      en: 'restitution for downtime: the list, the letter, its record',
    },
    load: async () => (await import('./claim.ts')).claim,
  },
  downtime: {
    about: {
      id: 'gangguan dari CSV, Prometheus atau Alertmanager menjadi tiket',
      en: 'downtime from a CSV, Prometheus or Alertmanager as tickets',
    },
    load: async () => (await import('./downtime.ts')).downtime,
  },
  audit: {
    about: {
      id: 'satu folder untuk auditor, yang membuktikan dirinya',
      en: 'one folder for an auditor, which proves itself',
    },
    load: async () => (await import('./audit.ts')).audit,
  },
  verify: {
    about: {
      id: 'buktikan bahwa tidak ada berkas hasil yang berubah sejak dibuat',
      en: 'prove that no file of an output was touched since it was made',
    },
    load: async () => (await import('./verify.ts')).verify,
  },
  noc: {
    about: {
      id: 'jawaban di menit pertama, dari alert yang menyala di Alertmanager',
      en: 'an answer in the first minute, from the alerts that fire in Alertmanager',
    },
    load: async () => (await import('./noc.ts')).noc,
  },
  lsp: {
    about: { id: 'server bahasa untuk penyunting teks', en: 'language server for editors' },
    load: async () => (await import('./lsp.ts')).lsp,
  },
  schema: {
    about: {
      id: 'tulis JSON Schema untuk editor ke .serat/schema/',
      en: 'write the JSON Schemas for editors to .serat/schema/',
    },
    load: async () => (await import('./schema.ts')).schema,
  },
  release: {
    about: { id: 'kembalikan alokasi yang sudah pensiun', en: 'give retired allocations back' },
    load: async () => (await import('./release.ts')).release,
  },
  keys: {
    about: {
      id: 'buat kunci terowongan: paruh publik ke buku alokasi, paruh rahasia ke penyimpan rahasia',
      en: 'make tunnel keys: public halves to the ledger, private ones to the secret store',
    },
    load: async () => (await import('./keys.ts')).keys,
  },
  secrets: {
    about: {
      id: 'rahasia yang dibutuhkan pemasangan: mana yang ada, mana yang belum, siapa yang memakainya',
      en: 'the secrets that a deployment needs: which are there, which are missing, who uses them',
    },
    load: async () => (await import('./secrets.ts')).secrets,
  },
  'merge-ledger': {
    about: { id: 'penggabung Git untuk buku alokasi', en: 'the merge driver of Git for the ledger' },
    load: async () => (await import('./merge-ledger.ts')).mergeLedger,
  },
  new: {
    about: { id: 'tulis benda baru dan pilih yang bebas', en: 'write a new thing and choose what is free' },
    load: async () => (await import('./new.ts')).newThing,
  },
  rename: {
    about: { id: 'ganti nama sebuah benda di setiap tempat', en: 'rename a thing in every place' },
    load: async () => (await import('./rename.ts')).rename,
  },
  retire: {
    about: { id: 'akhiri sebuah benda dan yang bergantung padanya', en: 'end a thing and what depends on it' },
    load: async () => (await import('./retire.ts')).retire,
  },
  'repair-cable': {
    about: {
      id: 'tulis perbaikan kabel putus: closure, potongan baru, sambungan',
      en: 'write the repair of a cut cable: closures, new piece, splices',
    },
    load: async () => (await import('./repair-cable.ts')).repairCableCommand,
  },
  'repair-order': {
    about: {
      id: 'kabel putus: core mana disambung dahulu, siapa terputus sampai kapan, surat untuk perangkat daerah',
      en: 'a cut cable: which cores are spliced first, who is out until when, letters to agencies',
    },
    load: async () => (await import('./repair-order.ts')).repairOrderCommand,
  },
  export: {
    about: {
      id: 'situs, struktur dan kabel sebagai CSV, XLSX, KML, OFDS atau CSV NetBox; juga formulir kosong',
      en: 'sites, structures and cables as CSV, XLSX, KML, OFDS or CSV of NetBox; an empty form too',
    },
    load: async () => (await import('./export.ts')).exportNetwork,
  },
  compare: {
    about: {
      id: 'apa yang dikatakan router yang berjalan dan tidak dijelaskan inventaris, dan sebaliknya',
      en: 'what running routers say that the inventory does not explain, and the reverse',
    },
    load: async () => (await import('./compare.ts')).compareWithRunning,
  },
  import: {
    about: {
      id: 'tabel dan gambar kantor (CSV, XLSX, KML) menjadi usulan dengan laporan kepastian',
      en: 'tables and drawings of an office (CSV, XLSX, KML) as a proposal with a confidence report',
    },
    load: async () => (await import('./import.ts')).importFiles,
  },
  repair: {
    about: {
      id: 'perbaiki buku alokasi yang digabung dari dua cabang',
      en: 'mend a ledger that was merged from two branches',
    },
    load: async () => (await import('./repair.ts')).repair,
  },
  upgrade: {
    about: {
      id: 'inventaris dan buku alokasi dalam bentuk Serat ini, dengan selisihnya',
      en: 'inventory and ledger in the form of this Serat, and what differs',
    },
    load: async () => (await import('./upgrade.ts')).upgrade,
  },
  lab: {
    about: {
      id: 'jalankan seluruh jaringan sebagai FRR dan bandingkan dengan ramalan',
      en: 'boot the whole network as FRR and compare it with the predictions',
    },
    load: async () => (await import('./lab.ts')).lab,
  },
} as const satisfies Record<string, Entry>
