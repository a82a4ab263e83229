import type { Language } from '../../diagnostic/diagnostic.ts'
import type { ChangeScript } from '../../platforms/changing/change-script.ts'
import { markdownText } from '../../render/text/escape.ts'
import { listed } from '../../words/figures.ts'
import { thingName } from '../../words/things.ts'
import { lossText } from '../report/order.ts'
import { accessTexts, confirmText } from './access-texts.ts'
import type { CableMove } from './cables.ts'
import { sheetMessages as messages } from './messages.ts'
import { othersText } from './others.ts'
import type { Rollout, Scripted, Step, Whole } from './rollout.ts'

/** What a person does, step by step, in Markdown: both languages, one behind the other. */
export function runSheet(rollout: Rollout, subject: Readonly<Record<Language, string>>): string {
  return (['id', 'en'] as const).map(language => sheet(rollout, subject[language], language)).join('\n---\n\n')
}

function sheet({ steps, gone, order }: Rollout, subject: string, language: Language): string {
  return [
    messages.title({ text: markdownText(subject) })[language],
    '',
    ...(steps.length > 1 ? [`${messages[order][language]}\n`] : []),
    messages.inThisOrder[language],
    '',
    ...(steps.length === 0 ? [messages.noRouter[language], ''] : []),
    ...steps.flatMap((step, i) => [
      `## ${i + 1}. ${step.router} (${markdownText(step.platform)})`,
      '',
      ...(step.what === 'script' ? scripted(step, language) : whole(step, language)),
      '',
    ]),
    ...(gone.length === 0 ? [] : [messages.switchOff({ names: gone.join(', ') })[language], '']),
  ].join('\n')
}

function scripted(
  { router, script, undo, cables, others, access, expects, foretold }: Scripted,
  language: Language,
): string[] {
  const files = { script: `${router}/${script.file}`, undo: `${router}/undo/${undo.file}` }
  const back = access.after === 'on-site' ? messages.backOnSite : messages.backRemotely
  return [
    messages.script({ ...files, count: script.commands.length })[language],
    ...ofService(foretold, language),
    ...ofTheWay(script, language),
    ...accessTexts(access, script.confirmMinutes).map(text => `- ${text[language]}`),
    ...script.run.map(text => `- ${text[language]}`),
    ...cables.map(move => `- ${moveText(move, language)}`),
    ...others.map(vlan => `- ${othersText(vlan, language)}`),
    messages.check(expects)[language],
    `- ${confirmText(access, script.confirmMinutes)[language]}: \`${script.confirm}\``,
    back({ now: script.backNow[language] })[language],
  ]
}

const mostFiles = 4

function whole({ router, why, files, former, without, expects, foretold }: Whole, language: Language): string[] {
  const named = (folder: string, names: Iterable<string>): string => {
    const paths = [...names].map(name => `\`${folder}/${name}\``)
    return listed(paths, mostFiles)[language]
  }
  return [
    messages.fullFile({ why: why[language], names: named(router, files.keys()) })[language],
    ...whileLoading(without, language),
    ...ofService(foretold, language),
    messages.check(expects)[language],
    former === undefined
      ? messages.backToDevice[language]
      : messages.backToFull({ names: named(`${router}/undo`, former.keys()) })[language],
  ]
}

/** A device that is loaded whole, or changed for another, carries nothing until it is there again. */
function whileLoading(without: Whole['without'], language: Language): string[] {
  if (without === undefined) return [messages.whileLoading[language]]
  return without.length === 0 ? [] : [messages.withoutWhileLoading({ names: without.join(', ') })[language]]
}

/** Until then the line is down, and no script sees to it. */
function moveText({ kind, id, from, to }: CableMove, language: Language): string {
  return messages.cable({ what: thingName({ kind, id })[language], from, to })[language]
}

/**
 * Where the way itself moves the NOC is out until the last of these commands has run: seconds, or the router goes back.
 */
function ofTheWay({ withoutWay, commands, confirmMinutes }: ChangeScript, language: Language): string[] {
  if (withoutWay === undefined) return [messages.wayUnknown[language]]
  const [from, to] = [withoutWay[0], withoutWay.at(-1)]
  if (from === undefined || to === undefined) return []
  return [messages.wayCut({ from, to, count: commands.length, minutes: confirmMinutes })[language]]
}

/** Who is out from this step to the next, and who on a backup: all of them, since somebody tells each. */
function ofService(foretold: Step['foretold'], language: Language): string[] {
  if (foretold === undefined) return []
  const out = foretold.losses.map(loss => lossText(loss, language)).join(', ')
  const backup = foretold.onBackup.join(', ')
  return [
    out === '' ? messages.noneOut[language] : messages.out({ names: out })[language],
    ...(backup === '' ? [] : [messages.onBackup({ names: backup })[language]]),
  ]
}
