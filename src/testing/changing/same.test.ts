import { expect, test } from 'vitest'
import { platforms } from '../../compile.ts'
import { asksTheSame } from '../../intent/same.ts'
import { platformIds } from '../../platforms/reading/folder.ts'
import { intentsOf, readSites } from '../reference-intents.ts'
import { editedRouters } from './edits.ts'

test.each(platformIds)('%s: a router whose files differ is asked for something else', platform => {
  let routers = 0
  for (let seed = 1; routers < 12; seed++)
    for (const { edit, router, intents } of editedRouters(platform, seed)) {
      expect(asksTheSame(intents.before, intents.after), `seed ${seed}, ${edit}, ${router}`).toBe(false)
      routers++
    }
})

test('a router is asked for the same wherever its values stand', () => {
  const { sources, ledger } = readSites()
  const elsewhere = sources.map(source => ({ ...source, text: `# satu baris lagi\n${source.text}` }))
  const moved = intentsOf({ sources: elsewhere, ledger }, platforms)
  for (const [router, intent] of intentsOf({ sources, ledger }, platforms)) {
    const other = moved.get(router)
    expect(other !== undefined && other !== intent && asksTheSame(intent, other), router).toBe(true)
  }
})
