import { bilingual } from '../../words/catalogue.ts'

/** What somebody at the NOC says to a provider, and what it costs if nobody does. Minutes and lists are texts. */
const indonesian = {
  head: ({ what, provider }: { what: string; provider: string }) => `${what}: hubungi ${provider}`,
  noc: ({ role, hours, mail, phone }: Contact) => `NOC      ${role}${hours}${phone}${mail}`,
  say: ({ reference, speed, where }: { reference: string; speed: string; where: string }) =>
    `Sebut    layanan ${reference} (${speed})${where} tidak berfungsi; minta nomor tiket, sebab dan perkiraan pulih`,
  sayAll: ({ count }: { count: string }) =>
    `Sebut    ${count} layanan tidak berfungsi; minta nomor tiket untuk masing-masing, sebab dan perkiraan pulih`,
  noOther: 'tanpa jalan lain',
  other: ({ others }: { others: string }) => `jalan lain: ${others}`,
  contract: ({ numbers }: { numbers: string }) => `Kontrak  ${numbers}`,
  site: ({ site, tenants }: { site: string; tenants: string }) => `Situs    ${site}: ${tenants}`,
  servesCitizens: ' (melayani warga)',
  others: ({ others }: { others: string }) => `Lain     ${others}`,
  alone: 'Lain     tidak ada: situs ini hanya punya jalan ini',
  ladder: 'Eskalasi',
  step: ({ minutes, role, phone, due }: { minutes: string; role: string; phone: string; due: string }) =>
    `  sesudah ${minutes} menit: ${role}${phone}${due}`,
  due: '  <- sekarang',
  past: '  (sudah lewat)',
  allowance: ({ left, allowed, percent, until }: Left) =>
    `SLA      sisa ${left} dari ${allowed} menit (${percent} %) sampai ${until}`,
  broken: ({ over, allowed, percent, until }: Over) =>
    `SLA      sudah dilanggar: ${over} menit di atas ${allowed} (${percent} %) sampai ${until}; serat claim`,
  onFibre: ({ sites }: { sites: string }) =>
    `${sites}: serat milik sendiri, tidak ada penyedia. Cari penyebabnya: serat locate --down ${sites}`,
  to: ' ke ',
}

const english: typeof indonesian = {
  head: ({ what, provider }) => `${what}: call ${provider}`,
  noc: ({ role, hours, mail, phone }) => `NOC       ${role}${hours}${phone}${mail}`,
  say: ({ reference, speed, where }) =>
    `Say       service ${reference} (${speed})${where} is down; ask for a ticket, the cause and when it will be back`,
  sayAll: ({ count }) =>
    `Say       ${count} services are down; ask for a ticket for each, the cause and when they will be back`,
  noOther: 'no other way',
  other: ({ others }) => `other ways: ${others}`,
  contract: ({ numbers }) => `Contract  ${numbers}`,
  site: ({ site, tenants }) => `Site      ${site}: ${tenants}`,
  servesCitizens: ' (serves citizens)',
  others: ({ others }) => `Others    ${others}`,
  alone: 'Others    none: this site has this way alone',
  ladder: 'Escalation',
  step: ({ minutes, role, phone, due }) => `  after ${minutes} minutes: ${role}${phone}${due}`,
  due: '  <- now',
  past: '  (past)',
  allowance: ({ left, allowed, percent, until }) =>
    `SLA       ${left} of ${allowed} minutes left (${percent} %) until ${until}`,
  broken: ({ over, allowed, percent, until }) =>
    `SLA       broken already: ${over} minutes over ${allowed} (${percent} %) until ${until}; serat claim`,
  onFibre: ({ sites }) => `${sites}: fibre of our own, no provider. Look for the cause: serat locate --down ${sites}`,
  to: ' to ',
}

/** Each text but the role begins with what separates it from the one before, or is empty. */
interface Contact {
  readonly role: string
  readonly hours: string
  readonly mail: string
  readonly phone: string
}

interface Left {
  readonly left: string
  readonly allowed: string
  readonly percent: string
  readonly until: string
}

interface Over extends Omit<Left, 'left'> {
  readonly over: string
}

export const callMessages = bilingual(indonesian, english)
