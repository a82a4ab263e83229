import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Access } from './access.ts'

/** Where the NOC does not get in by itself. */
export function accessTexts({ before, after }: Access, minutes: number): Bilingual[] {
  return [
    ...(before === 'noc'
      ? []
      : [
          {
            id: 'NOC tidak mencapai router ini pada langkah ini: jalankan di tempat, lewat konsol atau port teknisi.',
            en: "The NOC does not reach this router at this step: run it on site, at the console or the technician's port.",
          },
        ]),
    ...(after === 'noc' ? [] : [typeof after === 'number' ? laterText(after, minutes) : neverText(before, minutes)]),
  ]
}

function laterText(step: number, minutes: number): Bilingual {
  return {
    id:
      `Sesudah skrip ini NOC tidak mencapai router ini sampai langkah ${step} selesai: siapkan langkah itu dahulu, ` +
      `lanjutkan seketika, lalu tegaskan yang ini. Bila langkah ${step} belum selesai dalam ${minutes} menit, ` +
      `router ini mundur sendiri: mundurkan juga langkah ${step}.`,
    en:
      `Behind this script the NOC does not reach this router until step ${step} is done: have that step ready, ` +
      `go on at once, then confirm this one. Where step ${step} is not done within ${minutes} minutes this router ` +
      `goes back by itself: take step ${step} back too.`,
  }
}

function neverText(before: Access['before'], minutes: number): Bilingual {
  const [id, en] =
    before === 'noc'
      ? [
          'tidak punya jalan lagi ke router ini, sebab jalan terakhirnya hilang',
          'has no way into this router any more: its last one goes',
        ]
      : ['tetap tidak punya jalan ke router ini', 'has no way into this router either']
  return {
    id: `Sesudah skrip ini NOC ${id}. Hanya orang di tempat yang dapat menegaskan; tanpa itu router mundur sendiri dalam ${minutes} menit.`,
    en:
      `Behind this script the NOC ${en}. Only somebody on site can confirm; ` +
      `else the router goes back by itself within ${minutes} minutes.`,
  }
}

export function confirmText({ after }: Access, minutes: number): Bilingual {
  if (after === 'on-site')
    return { id: `Tegaskan di tempat dalam ${minutes} menit`, en: `Confirm on site within ${minutes} minutes` }
  return typeof after === 'number'
    ? {
        id: `Tegaskan dari NOC begitu langkah ${after} selesai, dalam ${minutes} menit`,
        en: `Confirm from the NOC once step ${after} is done, within ${minutes} minutes`,
      }
    : { id: `Tegaskan dari NOC dalam ${minutes} menit`, en: `Confirm from the NOC within ${minutes} minutes` }
}
