import type { Bilingual } from '../diagnostic/diagnostic.ts'
import type { CircuitDeclaration } from '../model/lease-file.ts'
import type { ContractDeclaration } from '../model/contract-file.ts'
import type { SiteDeclaration, TenantDeclaration } from '../model/site-file.ts'
import type { Status } from '../model/scalars.ts'
import type { TicketDeclaration } from '../model/record-file.ts'

/** Words for what the inventory says in codes. */

export const statusWords: Readonly<Record<Status | 'suspended', Bilingual>> = {
  planned: { id: 'rencana', en: 'planned' },
  active: { id: 'aktif', en: 'active' },
  retired: { id: 'berakhir', en: 'retired' },
  suspended: { id: 'ditangguhkan', en: 'suspended' },
}

export const qualityWords: Readonly<Record<SiteDeclaration['location']['quality'], Bilingual>> = {
  sourced: { id: 'bersumber', en: 'sourced' },
  approximate: { id: 'perkiraan', en: 'approximate' },
  placeholder: { id: 'sementara, disusun', en: 'placeholder' },
}

export const classWords: Readonly<Record<SiteDeclaration['class'], Bilingual>> = {
  hub: { id: 'pusat', en: 'hub' },
  opd: { id: 'perangkat daerah', en: 'agency' },
  kecamatan: { id: 'kecamatan', en: 'district office' },
  field: { id: 'lapangan', en: 'field' },
}

export const tenantWords: Readonly<Record<TenantDeclaration['kind'], Bilingual>> = {
  dinas: { id: 'dinas', en: 'department' },
  badan: { id: 'badan', en: 'board' },
  sekretariat: { id: 'sekretariat', en: 'secretariat' },
  inspektorat: { id: 'inspektorat', en: 'inspectorate' },
  satuan: { id: 'satuan', en: 'unit' },
  bagian: { id: 'bagian', en: 'division' },
  kecamatan: { id: 'kecamatan', en: 'district' },
  other: { id: 'lainnya', en: 'other' },
}

export const spanWords: Readonly<Record<'aerial' | 'duct' | 'buried' | 'rented', Bilingual>> = {
  aerial: { id: 'udara', en: 'aerial' },
  duct: { id: 'dalam pipa', en: 'in a duct' },
  buried: { id: 'tanam langsung', en: 'buried' },
  rented: { id: 'serat sewa', en: 'rented' },
}

/** By what a site hangs on the network, as the table of sites says it. */
export const connectionWords = {
  hub: { id: 'pusat', en: 'hub' },
  fibre: { id: 'serat milik', en: 'owned fibre' },
  'fibre+leased': { id: 'serat milik dan sirkuit sewa', en: 'owned fibre and a leased circuit' },
  leased: { id: 'sirkuit sewa', en: 'leased circuit' },
  none: { id: 'tidak ada', en: 'none' },
} as const satisfies Readonly<Record<string, Bilingual>>

export const serviceWords: Readonly<Record<CircuitDeclaration['service'] | 'uplink', Bilingual>> = {
  'metro-ethernet': { id: 'Metro Ethernet (lapis 2)', en: 'metro-ethernet (layer 2)' },
  'ip-vpn': { id: 'IP VPN (lapis 3)', en: 'IP VPN (layer 3)' },
  internet: { id: 'internet dengan terowongan terenkripsi', en: 'internet with an encrypted tunnel' },
  uplink: { id: 'internet di pusat', en: 'internet at the hub' },
}

export const roleWords: Readonly<Record<CircuitDeclaration['role'], Bilingual>> = {
  primary: { id: 'utama', en: 'primary' },
  backup: { id: 'cadangan', en: 'backup' },
}

export const formWords: Readonly<Record<ContractDeclaration['form'], Bilingual>> = {
  'bukti-pembelian': { id: 'bukti pembelian', en: 'proof of purchase' },
  kuitansi: { id: 'kuitansi', en: 'receipt' },
  spk: { id: 'surat perintah kerja (SPK)', en: 'work order' },
  'surat-perjanjian': { id: 'surat perjanjian', en: 'agreement' },
  'surat-pesanan': { id: 'surat pesanan', en: 'purchase order' },
}

export const methodWords: Readonly<Record<ContractDeclaration['method'], Bilingual>> = {
  'e-purchasing': { id: 'e-purchasing', en: 'e-purchasing' },
  'toko-daring': { id: 'toko daring', en: 'online shop' },
  'pengadaan-langsung': { id: 'pengadaan langsung', en: 'direct procurement' },
  'penunjukan-langsung': { id: 'penunjukan langsung', en: 'direct appointment' },
  'tender-cepat': { id: 'tender cepat', en: 'quick tender' },
  tender: { id: 'tender', en: 'tender' },
  seleksi: { id: 'seleksi', en: 'selection' },
  dikecualikan: { id: 'pengadaan yang dikecualikan', en: 'exempt procurement' },
}

type Sla = NonNullable<ContractDeclaration['sla']>

export const windowWords: Readonly<Record<Sla['window'], Bilingual>> = {
  'calendar-month': { id: 'per bulan kalender', en: 'per calendar month' },
  quarter: { id: 'per triwulan', en: 'per quarter' },
  year: { id: 'per tahun', en: 'per year' },
}

export const exclusionWords: Readonly<Record<Sla['exclude'][number], Bilingual>> = {
  'force-majeure': { id: 'keadaan kahar', en: 'force majeure' },
  'customer-power': { id: 'listrik padam di sisi pelanggan', en: "power failure at the customer's side" },
  'planned-maintenance': { id: 'pemeliharaan terencana', en: 'planned maintenance' },
}

export const documentWords: Readonly<Record<ContractDeclaration['documents'][number]['kind'], Bilingual>> = {
  kontrak: { id: 'kontrak', en: 'contract' },
  bast: { id: 'berita acara serah terima (BAST)', en: 'handover record' },
  adendum: { id: 'adendum', en: 'addendum' },
  invoice: { id: 'tagihan', en: 'invoice' },
  sp2d: { id: 'SP2D', en: 'payment order (SP2D)' },
  claim: { id: 'surat klaim', en: 'letter of claim' },
  evidence: { id: 'bukti gangguan', en: 'evidence of downtime' },
  other: { id: 'lainnya', en: 'other' },
}

/** What a ticket says it was; of the causes that a contract excludes, the same words. */
export const causeWords: Readonly<Record<TicketDeclaration['cause'], Bilingual>> = {
  provider: { id: 'jaringan penyedia', en: "provider's network" },
  'cable-cut': { id: 'kabel putus', en: 'cable cut' },
  'provider-power': { id: 'listrik penyedia', en: "provider's power" },
  ...exclusionWords,
  unknown: { id: 'tidak diketahui', en: 'unknown' },
}
