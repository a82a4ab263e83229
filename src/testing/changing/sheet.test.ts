import { expect, test } from 'vitest'
import { platformIds, type PlatformId } from '../../platforms/reading/folder.ts'
import { editedRouters, type Edited } from './edits.ts'
import { sheetFaults } from './sheet.ts'

function edited(platform: PlatformId): Edited[] {
  return [2, 4, 5, 8].flatMap(seed => editedRouters(platform, seed).slice(0, 1))
}

/** Its last way goes, and nothing else: no interface of the new state is one of the backbone. */
function cutOff({ ways, ...rest }: Edited): Edited {
  return { ...rest, ways: { before: { ...ways.before, interfaces: [] }, after: { ...ways.after, interfaces: [] } } }
}

test.each(platformIds)(
  '%s: a script that begins, passes or ends without a way for the NOC says so in the sheet',
  platform => {
    const all = edited(platform)
    expect(all.length).toBeGreaterThan(2)
    for (const one of all)
      for (const sides of [one, cutOff(one)])
        expect(sheetFaults(platform, sides), `${one.seed} ${one.edit} ${one.router}`).toEqual([])
  },
)

test.each(platformIds)('%s: a sheet that sends the NOC to a router that it cannot enter is found', platform => {
  const [first] = edited(platform)
  expect(first && sheetFaults(platform, cutOff(first), () => ({ before: 'noc', after: 'noc' }))).toHaveLength(4)
})
