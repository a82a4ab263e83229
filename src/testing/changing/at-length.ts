import { platformIds, type PlatformId } from '../../platforms/reading/folder.ts'
import { editedRouters, type Edited } from './edits.ts'
import { checks } from './checks.ts'
import { sheetFaults } from './sheet.ts'
import type { Verdict } from './verdict.ts'

/**
 * `npm run test:scripts -- routeros 1000 [first seed]`: so many changed routers, whose scripts are proved on the model,
 * and the figures.
 */
const [, , platform = '', count = '1000', first = '1'] = process.argv
const id = platformId(platform)
const check = checks[id]
/** Of an edit that changes every router alike these are enough. */
const mostOfOne = 4
const tally = { scripts: 0, refused: 0, commands: 0, longest: 0, withCutWay: 0, commandsWithoutWay: 0, faulty: 0 }
const edits = new Map<string, number>()
/** By edit: its scripts in which a command leaves the NOC without a way. */
const cutBy = new Map<string, number>()

for (let seed = Number(first); tally.scripts < Number(count); seed++)
  for (const edited of editedRouters(id, seed).slice(0, mostOfOne)) tallied(edited, check(edited))

function platformId(name: string): PlatformId {
  const known = platformIds.find(each => each === name)
  if (known === undefined) throw new Error(`one of ${platformIds.join(', ')}`)
  return known
}

function tallied(edited: Edited, verdict: Verdict): void {
  edits.set(edited.edit, (edits.get(edited.edit) ?? 0) + 1)
  if (verdict.kind === 'refused') {
    tally.refused++
    console.log(`${edited.seed} ${edited.edit} ${edited.router}: refused, ${verdict.why}`)
    return
  }
  tally.scripts++
  if (tally.scripts % 100 === 0) console.error(JSON.stringify(tally))
  tally.commands += verdict.commands
  tally.longest = Math.max(tally.longest, verdict.commands)
  tally.commandsWithoutWay += verdict.withoutWay
  if (verdict.withoutWay > 0) {
    tally.withCutWay++
    cutBy.set(edited.edit, (cutBy.get(edited.edit) ?? 0) + 1)
  }
  const faults = [...verdict.faults, ...sheetFaults(id, edited)]
  if (faults.length === 0) return
  tally.faulty++
  console.log(`${edited.seed} ${edited.edit} ${edited.router}: ${faults.slice(0, 3).join('; ').slice(0, 600)}`)
}

console.log(JSON.stringify({ ...tally, edits: Object.fromEntries(edits), cutBy: Object.fromEntries(cutBy) }))
process.exitCode = tally.faulty > 0 ? 1 : 0
