import type { Language } from '../../diagnostic/diagnostic.ts'
import { markdownText } from '../../render/text/escape.ts'
import { counted, listed } from '../../words/figures.ts'
import type { ChangeScript } from '../../platforms/changing/change-script.ts'
import { thingName } from '../../words/things.ts'
import { lossText } from '../report/order.ts'
import { accessTexts, confirmText } from './access-texts.ts'
import type { CableMove } from './cables.ts'
import { othersText } from './others.ts'
import type { Rollout, Scripted, Step, Whole } from './rollout.ts'

export const commandNoun = { id: 'perintah', en: 'command', many: 'commands' }

/** What a person does, step by step, in Markdown: both languages, one behind the other. */
export function runSheet(rollout: Rollout, subject: Readonly<Record<Language, string>>): string {
  return (['id', 'en'] as const).map(language => sheet(rollout, subject[language], language)).join('\n---\n\n')
}

function sheet({ steps, gone, order }: Rollout, subject: string, language: Language): string {
  const id = language === 'id'
  return [
    id ? `# Lembar kerja: ${markdownText(subject)}` : `# Run sheet: ${markdownText(subject)}`,
    '',
    ...(steps.length > 1 ? [orderText(order, language)] : []),
    id
      ? 'Lakukan berurutan. Setiap router: jalankan, periksa, tegaskan; baru lanjut ke router berikutnya, kecuali langkahnya berkata lain. Rahasia di skrip berupa nama (`<secret:NAMA>`): isi seperti pada berkas penuhnya.'
      : 'Go in this order. At each router: run, check, confirm; only then go to the next, unless its step says otherwise. Secrets stand in scripts by name (`<secret:NAME>`): fill them in as in the full files.',
    '',
    ...(steps.length === 0 ? [id ? 'Tidak ada router yang berubah.' : 'No router changes.', ''] : []),
    ...steps.flatMap((step, i) => [
      `## ${i + 1}. ${step.router} (${markdownText(step.platform)})`,
      '',
      ...(step.what === 'script' ? scripted(step, language) : whole(step, language)),
      '',
    ]),
    ...(gone.length === 0
      ? []
      : [
          id
            ? `Terakhir: matikan ${gone.join(', ')}, yang tidak lagi ada di inventaris.`
            : `Last: switch off ${gone.join(', ')}, no longer in the inventory.`,
          '',
        ]),
  ].join('\n')
}

const orders: Readonly<Record<Rollout['order'], Readonly<Record<Language, string>>>> = {
  least: {
    id: 'Tidak ada urutan yang lebih sedikit kehilangan layanannya.',
    en: 'No other order loses less service.',
  },
  good: {
    id: 'Router yang berubah terlalu banyak untuk mencoba semua urutan: ini yang terbaik yang ditemukan.',
    en: 'Too many routers change to try every order: this is the best one found.',
  },
  unknown: {
    id: 'Jaringan ini terlalu besar untuk meramalkan tiap langkah: router urut menurut nama.',
    en: 'The network is too large to foretell each step: routers come by their names.',
  },
}

function orderText(order: Rollout['order'], language: Language): string {
  return `${orders[order][language]}\n`
}

function scripted(
  { router, script, undo, cables, others, access, expects, foretold }: Scripted,
  language: Language,
): string[] {
  const id = language === 'id'
  return [
    id
      ? `- Skrip: \`${router}/${script.file}\` (${counted(script.commands.length, commandNoun).id}). ` +
        `Mundur: \`${router}/undo/${undo.file}\`.`
      : `- Script: \`${router}/${script.file}\` (${counted(script.commands.length, commandNoun).en}). ` +
        `Undo: \`${router}/undo/${undo.file}\`.`,
    ...ofService(foretold, language),
    ...ofTheWay(script, language),
    ...accessTexts(access, script.confirmMinutes).map(text => `- ${text[language]}`),
    ...script.run.map(text => `- ${text[language]}`),
    ...cables.map(move => `- ${moveText(move, language)}`),
    ...others.map(vlan => `- ${othersText(vlan, language)}`),
    `- ${checkText(expects, language)}`,
    `- ${confirmText(access, script.confirmMinutes)[language]}: \`${script.confirm}\``,
    id
      ? `- Mundur: sebelum ditegaskan tunggu saja, atau ${script.backNow.id}; ` +
        `sesudahnya jalankan skrip mundurnya ${access.after === 'on-site' ? 'di tempat' : 'dengan cara yang sama'}.`
      : `- Back: before it is confirmed just wait, or ${script.backNow.en}; ` +
        `after that run the undo ${access.after === 'on-site' ? 'on site' : 'in the same way'}.`,
  ]
}

function whole({ router, why, files, former, without, expects, foretold }: Whole, language: Language): string[] {
  const id = language === 'id'
  const named = (folder: string, names: Iterable<string>): string =>
    listed(
      [...names].map(name => `\`${folder}/${name}\``),
      4,
    )[language]
  return [
    id
      ? `- Muat berkas penuh (${why.id}): ${named(router, files.keys())}. Caranya di kepala berkas.`
      : `- Load the full file (${why.en}): ${named(router, files.keys())}. Its head says how.`,
    ...whileLoading(without, language),
    ...ofService(foretold, language),
    `- ${checkText(expects, language)}`,
    former !== undefined
      ? id
        ? `- Mundur: muat berkas penuh yang lama: ${named(`${router}/undo`, former.keys())}.`
        : `- Back: load the full file of before: ${named(`${router}/undo`, former.keys())}.`
      : id
        ? '- Mundur: pasang kembali perangkat yang lama; isinya tidak diubah. Bila tidak ada, matikan saja yang baru.'
        : '- Back: put the old device in its place again, nothing on it was changed. Where there was none, switch the new one off.',
  ]
}

/** A device that is loaded whole, or changed for another, carries nothing until it is there again. */
function whileLoading(without: Whole['without'], language: Language): string[] {
  const id = language === 'id'
  if (without === undefined)
    return [
      id
        ? '- Sampai router ini kembali: situsnya tanpa layanan, dan siapa pun yang hanya lewat router ini (`serat what-if`).'
        : '- Until this router is back: its site is without service, and whoever has no way but through it (`serat what-if`).',
    ]
  if (without.length === 0) return []
  const sites = without.join(', ')
  return [
    id
      ? `- Sampai router ini kembali tanpa layanan: ${sites}.`
      : `- Without service until this router is back: ${sites}.`,
  ]
}

/** Until then the line is down, and no script sees to it. */
function moveText({ kind, id: name, from, to }: CableMove, language: Language): string {
  const what = thingName({ kind, id: name })[language]
  return language === 'id'
    ? `Pindahkan kabel ${what} dari port ${from} ke ${to} begitu skrip selesai: sampai itu salurannya putus. Bila mundur, kembalikan.`
    : `Move the cable of ${what} from port ${from} to ${to} once the script has run: until then that line is down. Going back, put it back.`
}

/**
 * Where the way itself moves the NOC is out until the last of these commands has run: seconds, or the router goes back.
 */
function ofTheWay({ withoutWay, commands, confirmMinutes }: ChangeScript, language: Language): string[] {
  if (withoutWay?.length === 0) return []
  if (withoutWay === undefined)
    return [
      language === 'id'
        ? '- Apakah jalan NOC terputus di antara dua baris tidak diramalkan untuk platform ini; ' +
          'router mundur sendiri bila tidak ditegaskan.'
        : "- Whether the NOC's way is cut between two lines is not foretold for this platform; " +
          'the router goes back by itself unless it is confirmed.',
    ]
  const [from, to] = [withoutWay[0] ?? 0, withoutWay.at(-1) ?? 0]
  return [
    language === 'id'
      ? `- Jalan NOC sendiri berpindah: terputus pada perintah ${from} sampai ${to} dari ${commands.length}. ` +
        'Router menjalankan semuanya sendiri; ' +
        `bila NOC tidak kembali, router mundur sendiri dalam ${confirmMinutes} menit.`
      : `- The NOC's own way moves: it is out from command ${from} to ${to} of ${commands.length}. ` +
        'The router runs them all by itself; ' +
        `where the NOC does not come back, the router goes back within ${confirmMinutes} minutes.`,
  ]
}

/** Who is out from this step to the next, and who on a backup: all of them, since somebody tells each. */
function ofService(foretold: Step['foretold'], language: Language): string[] {
  if (foretold === undefined) return []
  const id = language === 'id'
  const out = foretold.losses.map(loss => lossText(loss, language))
  const backup = foretold.onBackup.join(', ')
  return [
    out.length === 0
      ? id
        ? '- Layanan: tidak ada situs yang kehilangan layanan sesudah langkah ini.'
        : '- Service: no site is out after this step.'
      : id
        ? `- Layanan: dari langkah ini sampai langkah berikutnya tanpa layanan: ${out.join(', ')}.`
        : `- Service: out from this step to the next: ${out.join(', ')}.`,
    ...(backup === '' ? [] : [id ? `- Di jalur cadangan: ${backup}.` : `- On backup: ${backup}.`]),
  ]
}

function checkText({ ospfNeighbours, bgpSessions }: Step['expects'], language: Language): string {
  return language === 'id'
    ? `Periksa: NOC masuk lewat SSH; ${ospfNeighbours} tetangga OSPF Full; ` +
        `${bgpSessions} sesi BGP Established (kurang yang ujungnya belum dikerjakan).`
    : `Check: the NOC gets in over SSH; ${ospfNeighbours} OSPF neighbours Full; ` +
        `${bgpSessions} BGP sessions Established (less those whose far end is still to come).`
}
