import type { z } from 'zod'

/** What a key means, in both languages with its unit where it has one, and a value that it may have. */
export type Meaning = readonly [id: string, en: string, example: string]

/** A group of keys, each of which says what it means: one without words does not compile. */
export function explained<S extends z.ZodObject>(
  schema: S,
  meanings: { readonly [Key in keyof S['shape']]: Meaning },
): S {
  return schema.meta({ ...schema.meta(), keys: meanings })
}

/** Keys that mean the same wherever they stand. */
export const common = {
  was: [
    'nama-nama lama benda ini; alamat dan nomornya ikut ke nama baru',
    'earlier names of this thing; its addresses and numbers follow to the new one',
    '[dishub]',
  ],
  source: ['dari mana benda ini diimpor', 'where this thing was imported from', '{ ref: netbox:site/12 }'],
  note: [
    'catatan untuk pembaca; tidak mengubah apa pun',
    'a note for readers; it changes nothing',
    'menunggu izin PLN',
  ],
  status: [
    'planned: direncanakan; active: dipakai; retired: pensiun. Hanya active membawa layanan',
    'planned, active or retired; only what is active carries service',
    'active',
  ],
  from: ['hari pertama berlaku', 'the first day on which it holds', '2026-01-01'],
  to: ['hari terakhir berlaku; ikut dihitung', 'the last day on which it holds; it counts', '2026-12-31'],
  period: [
    'masa berlaku, kedua hari ikut dihitung',
    'the time for which it holds, both days included',
    '{ from: 2026-01-01, to: 2026-12-31 }',
  ],
  documents: [
    'berkas bukti di folder documents/',
    'files of evidence in the folder documents/',
    '[{ kind: kontrak, path: ktr-1.pdf }]',
  ],
  vlan: ['nomor VLAN 802.1Q', 'number of the 802.1Q VLAN', '1001'],
  port: ['port router, seperti tercetak pada perangkat', 'port of the router, as the device prints it', 'ether1'],
  v4: ['awalan IPv4', 'IPv4 prefix', '10.37.0.0/16'],
  v6: ['awalan IPv6', 'IPv6 prefix', 'fd12:3456:789a::/48'],
  built: ['hari selesai dibangun', 'the day on which it was built', '2024-05-01'],
  retired: ['hari dibongkar', 'the day on which it was taken down', '2026-03-01'],
  bandwidthMbps: ['kecepatan yang dibeli, Mbit/s', 'bandwidth bought, in Mbit/s', '50'],
  monthlyRupiah: ['biaya sebulan dalam rupiah, tanpa PPN', 'fee for a month in rupiah, without PPN', '5000000'],
  contract: [
    'kontrak yang membayarnya, atau beberapa yang berurutan',
    'the contract that pays for it, or several that follow each other',
    'ktr-1',
  ],
  provider: ['penyedia yang menjualnya', 'the provider that sells it', 'penyedia-a'],
  providerRef: ['nomor layanan pada penyedia', "the provider's number of the service", 'A-1001'],
  assetRegister: ['nomor inventaris barang (KIB)', 'number in the asset register (KIB)', 'KIB-0004'],
  mtu: ['ukuran paket terbesar dalam byte', 'largest packet, in bytes', '1500'],
} as const satisfies Record<string, Meaning>

export const periodMeanings = { from: common.from, to: common.to } as const
export const sourceMeanings = {
  ref: ['sebutannya di tempat asal', 'what it is called where it came from', 'netbox:site/12'],
} as const satisfies Record<string, Meaning>
export const secretMeanings = {
  secret: [
    'nama rahasia di penyimpan rahasia; nilainya tidak pernah tertulis di sini',
    'name of the secret in the secret store; its value never stands here',
    'ospf/backbone',
  ],
  bytes: [
    'panjang rahasia dalam byte, bila perangkat membatasinya',
    'length of the secret in bytes, where a platform limits it',
    '16',
  ],
} as const satisfies Record<string, Meaning>
