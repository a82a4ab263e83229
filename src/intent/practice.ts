import type { Bilingual } from '../diagnostic/diagnostic.ts'

/**
 * The closed list of practices: lines of a configuration that follow from a platform's habits or from the trade's, and from no single
 * value of the inventory. `explain FILE:LINE` prints the reason.
 */
export const practices = {
  'default-deny': { id: 'Yang tidak diizinkan secara tegas ditolak, untuk IPv4 dan IPv6.', en: 'What is not allowed by name is dropped, in IPv4 and IPv6 alike.' },
  'stateful': { id: 'Balasan dari sambungan yang sudah diizinkan boleh lewat; paket yang tidak termasuk sambungan mana pun ditolak.', en: 'Answers of connections that were allowed may pass; packets of no known connection are dropped.' },
  'transit-first': { id: 'Router di cincin meneruskan lalu lintas tulang punggung sebelum melihat keadaan sambungan, sebab jalur pulang bisa lain.', en: 'A router on a ring forwards backbone traffic before it looks at connection state, since the way back may be another.' },
  'icmp': { id: 'ICMP perlu untuk penemuan MTU dan pemeriksaan; lajunya dibatasi.', en: 'ICMP is needed for path MTU discovery and tests; its rate is limited.' },
  'routing-neighbours': { id: 'Protokol perutean hanya diterima dari antarmuka tulang punggung.', en: 'Routing protocols are accepted from backbone interfaces only.' },
  'hardening': { id: 'Layanan yang tidak dipakai dimatikan.', en: 'Services that nobody uses are off.' },
  'file-header': { id: 'Kepala berkas: cara memuat dan cara kembali.', en: 'Head of the file: how to load it and how to go back.' },
  'structure': { id: 'Kerangka yang diminta tata bahasa platform: menu, kurung, akhir blok.', en: 'Frame that the platform\'s grammar asks for: menus, braces, ends of blocks.' },
} as const satisfies Record<string, Bilingual>

export type PracticeId = keyof typeof practices
