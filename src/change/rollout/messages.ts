import { bilingual, type Numbers, type Texts } from '../../words/catalogue.ts'
import { counted } from '../../words/figures.ts'

export const commandNoun = { id: 'perintah', en: 'command', many: 'commands' }

/** What a run sheet tells whoever is at the routers. Names and lists are texts of the reader's language. */
const indonesian = {
  title: ({ text }: Texts<'text'>) => `# Lembar kerja: ${text}`,
  least: 'Tidak ada urutan yang lebih sedikit kehilangan layanannya.',
  good: 'Router yang berubah terlalu banyak untuk mencoba semua urutan: ini yang terbaik yang ditemukan.',
  unknown: 'Jaringan ini terlalu besar untuk meramalkan tiap langkah: router urut menurut nama.',
  inThisOrder:
    'Lakukan berurutan. Setiap router: jalankan, periksa, tegaskan; baru lanjut ke router berikutnya, ' +
    'kecuali langkahnya berkata lain. Rahasia di skrip berupa nama (`<secret:NAMA>`): ' +
    'isi seperti pada berkas penuhnya.',
  noRouter: 'Tidak ada router yang berubah.',
  switchOff: ({ names }: Texts<'names'>) => `Terakhir: matikan ${names}, yang tidak lagi ada di inventaris.`,
  script: ({ script, undo, count }: Texts<'script' | 'undo'> & Numbers<'count'>) =>
    `- Skrip: \`${script}\` (${counted(count, commandNoun).id}). Mundur: \`${undo}\`.`,
  backRemotely: ({ now }: Texts<'now'>) =>
    `- Mundur: sebelum ditegaskan tunggu saja, atau ${now}; sesudahnya jalankan skrip mundurnya dengan cara yang sama.`,
  backOnSite: ({ now }: Texts<'now'>) =>
    `- Mundur: sebelum ditegaskan tunggu saja, atau ${now}; sesudahnya jalankan skrip mundurnya di tempat.`,
  fullFile: ({ why, names }: Texts<'why' | 'names'>) =>
    `- Muat berkas penuh (${why}): ${names}. Caranya di kepala berkas.`,
  backToFull: ({ names }: Texts<'names'>) => `- Mundur: muat berkas penuh yang lama: ${names}.`,
  backToDevice:
    '- Mundur: pasang kembali perangkat yang lama; isinya tidak diubah. Bila tidak ada, matikan saja yang baru.',
  whileLoading:
    '- Sampai router ini kembali: situsnya tanpa layanan, ' +
    'dan siapa pun yang hanya lewat router ini (`serat what-if`).',
  withoutWhileLoading: ({ names }: Texts<'names'>) => `- Sampai router ini kembali tanpa layanan: ${names}.`,
  cable: ({ what, from, to }: Texts<'what' | 'from' | 'to'>) =>
    `Pindahkan kabel ${what} dari port ${from} ke ${to} begitu skrip selesai: sampai itu salurannya putus. ` +
    'Bila mundur, kembalikan.',
  accessSwitch: ({ what, from, to }: Texts<'what' | 'from' | 'to'>) =>
    `Bersamaan dengan skrip ini ubah switch aksesnya: ${what} dari ${from} ke ${to}; ` +
    'sampai itu segmennya putus. Bila mundur, kembalikan.',
  providersSide: ({ provider, what, from, to }: Texts<'provider' | 'what' | 'from' | 'to'>) =>
    `Bersamaan dengan skrip ini ${provider} memindahkan ${what} dari ${from} ke ${to}; ` +
    'sampai itu salurannya putus. Bila mundur, kembalikan.',
  noVlan: 'tanpa VLAN',
  wayUnknown:
    '- Apakah jalan NOC terputus di antara dua baris tidak diramalkan untuk platform ini; ' +
    'router mundur sendiri bila tidak ditegaskan.',
  wayCut: ({ from, to, count, minutes }: Numbers<'from' | 'to' | 'count' | 'minutes'>) =>
    `- Jalan NOC sendiri berpindah: terputus pada perintah ${from} sampai ${to} dari ${count}. ` +
    'Router menjalankan semuanya sendiri; ' +
    `bila NOC tidak kembali, router mundur sendiri dalam ${minutes} menit.`,
  noneOut: '- Layanan: tidak ada situs yang kehilangan layanan sesudah langkah ini.',
  out: ({ names }: Texts<'names'>) => `- Layanan: dari langkah ini sampai langkah berikutnya tanpa layanan: ${names}.`,
  onBackup: ({ names }: Texts<'names'>) => `- Di jalur cadangan: ${names}.`,
  check: ({ ospfNeighbours, bgpSessions }: Numbers<'ospfNeighbours' | 'bgpSessions'>) =>
    `- Periksa: NOC masuk lewat SSH; ${ospfNeighbours} tetangga OSPF Full; ` +
    `${bgpSessions} sesi BGP Established (kurang yang ujungnya belum dikerjakan).`,
}

const english: typeof indonesian = {
  title: ({ text }) => `# Run sheet: ${text}`,
  least: 'No other order loses less service.',
  good: 'Too many routers change to try every order: this is the best one found.',
  unknown: 'The network is too large to foretell each step: routers come by their names.',
  inThisOrder:
    'Go in this order. At each router: run, check, confirm; only then go to the next, ' +
    'unless its step says otherwise. Secrets stand in scripts by name (`<secret:NAME>`): ' +
    'fill them in as in the full files.',
  noRouter: 'No router changes.',
  switchOff: ({ names }) => `Last: switch off ${names}, no longer in the inventory.`,
  script: ({ script, undo, count }) =>
    `- Script: \`${script}\` (${counted(count, commandNoun).en}). Undo: \`${undo}\`.`,
  backRemotely: ({ now }) =>
    `- Back: before it is confirmed just wait, or ${now}; after that run the undo in the same way.`,
  backOnSite: ({ now }) => `- Back: before it is confirmed just wait, or ${now}; after that run the undo on site.`,
  fullFile: ({ why, names }) => `- Load the full file (${why}): ${names}. Its head says how.`,
  backToFull: ({ names }) => `- Back: load the full file of before: ${names}.`,
  backToDevice:
    '- Back: put the old device in its place again, nothing on it was changed. ' +
    'Where there was none, switch the new one off.',
  whileLoading:
    '- Until this router is back: its site is without service, ' +
    'and whoever has no way but through it (`serat what-if`).',
  withoutWhileLoading: ({ names }) => `- Without service until this router is back: ${names}.`,
  cable: ({ what, from, to }) =>
    `Move the cable of ${what} from port ${from} to ${to} once the script has run: until then that line is down. ` +
    'Going back, put it back.',
  accessSwitch: ({ what, from, to }) =>
    `Together with this script change the access switch: ${what} from ${from} to ${to}; ` +
    'until then that segment is down. Going back, put it back.',
  providersSide: ({ provider, what, from, to }) =>
    `Together with this script ${provider} moves ${what} from ${from} to ${to}; ` +
    'until then that line is down. Going back, put it back.',
  noVlan: 'no VLAN',
  wayUnknown:
    "- Whether the NOC's way is cut between two lines is not foretold for this platform; " +
    'the router goes back by itself unless it is confirmed.',
  wayCut: ({ from, to, count, minutes }) =>
    `- The NOC's own way moves: it is out from command ${from} to ${to} of ${count}. ` +
    'The router runs them all by itself; ' +
    `where the NOC does not come back, the router goes back within ${minutes} minutes.`,
  noneOut: '- Service: no site is out after this step.',
  out: ({ names }) => `- Service: out from this step to the next: ${names}.`,
  onBackup: ({ names }) => `- On backup: ${names}.`,
  check: ({ ospfNeighbours, bgpSessions }) =>
    `- Check: the NOC gets in over SSH; ${ospfNeighbours} OSPF neighbours Full; ` +
    `${bgpSessions} BGP sessions Established (less those whose far end is still to come).`,
}

export const sheetMessages = bilingual(indonesian, english)
