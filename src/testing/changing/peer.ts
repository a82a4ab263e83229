import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { changeRouteros } from '../../platforms/routeros/change/change.ts'
import { valueText } from '../../platforms/routeros/change/find.ts'
import { liveOf } from '../../platforms/routeros/change/live.ts'
import { commandsOf } from '../../platforms/routeros/script/commands.ts'
import { applyAll, type Configuration } from '../../platforms/routeros/script/configuration.ts'
import { run } from '../../platforms/routeros/script/run.ts'
import { editedRouters, type Edited } from './edits.ts'
import { differences, loadedWith } from './routeros.ts'

/**
 * `node src/testing/changing/peer.ts PYTHON [200]`: routeros_diff 0.5.3 of PyPI, installed for that Python, beside our
 * own maker on the same pairs of exports: how many of its patches end at the new configuration, and how long each is.
 */
const [, , python = 'python3', count = '200'] = process.argv
const pairs: Edited[] = []
for (let seed = 1; pairs.length < Number(count); seed++) pairs.push(...editedRouters('routeros', seed).slice(0, 2))
pairs.length = Number(count)

const textOf = (folder: Edited['before']): string => [...folder.values()].join('\n')

/**
 * As an export writes it: a menu, and its items below it. Without our own scheduler, whose script the peer cannot parse
 * in any of the pairs.
 */
function exportOf({ menus }: Configuration, settings: ReadonlySet<string>): string {
  return [...menus]
    .filter(([menu]) => menu !== '/system scheduler')
    .map(([menu, items]) =>
      [
        menu,
        ...items.map(({ values, flags, presumed }) => {
          const words = [...[...values].map(([key, value]) => `${key}=${valueText(value)}`), ...flags]
          return settings.has(menu) || presumed === true
            ? `set ${presumedFind(presumed, words)}`
            : `add ${words.join(' ')}`
        }),
      ].join('\n'),
    )
    .join('\n')
}

function presumedFind(presumed: true | undefined, words: readonly string[]): string {
  return presumed === true ? `[ find ${words[0] ?? ''} ] ${words.slice(1).join(' ')}` : words.join(' ')
}

const lives = pairs.map(({ before, after }) => ({ before: liveOf(textOf(before)), after: liveOf(textOf(after)) }))
const input = lives.map(({ before, after }) =>
  JSON.stringify({
    before: exportOf(before.configuration, before.settings),
    after: exportOf(after.configuration, after.settings),
  }),
)
const script = join(import.meta.dirname, 'routeros-peer.py')
const output = execFileSync(python, [script], { input: `${input.join('\n')}\n`, encoding: 'utf8', maxBuffer: 1 << 28 })
const answers = output
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as { readonly patch?: string; readonly fault?: string })

const tally = {
  pairs: pairs.length,
  peerMade: 0,
  peerRight: 0,
  ownRight: 0,
  ownCommands: 0,
  peerCommands: 0,
  ownLonger: 0,
}
const faults = new Map<string, number>()
for (const [i, edited] of pairs.entries()) {
  const live = lives[i]
  const answer = answers[i]
  const own = changeRouteros(edited)
  if (live === undefined || answer === undefined || 'refused' in own) continue
  const [old, next] = [loadedWith(textOf(edited.before), edited.model), loadedWith(textOf(edited.after), edited.model)]
  const isRight = (ended: Configuration): boolean =>
    differences(ended, next).every(text => text.startsWith('/system script'))
  if (isRight(run(old, own.commands.join('\n')).configuration)) tally.ownRight++
  tally.ownCommands += own.commands.length
  if (answer.patch === undefined) {
    faults.set(answer.fault ?? '', (faults.get(answer.fault ?? '') ?? 0) + 1)
    continue
  }
  tally.peerMade++
  const theirs = commandsOf(answer.patch)
  tally.peerCommands += theirs.length
  const ended = applyAll(old, theirs)
  const right = ended.faults.length === 0 && isRight(ended.configuration)
  if (right) tally.peerRight++
  if (right && own.commands.length > theirs.length) tally.ownLonger++
}
console.log(JSON.stringify({ ...tally, faults: Object.fromEntries(faults) }))
