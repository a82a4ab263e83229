import { expect, test } from 'vitest'
import { sentenceChanges } from '../../change/sentence-changes.ts'
import { isFingerprint } from '../../platforms/changing/fingerprint.ts'
import { differingTexts } from '../../platforms/reading/differing.ts'
import { platformIds } from '../../platforms/reading/folder.ts'
import { sentencesOf } from '../../platforms/reading/sentences.ts'
import { editedRouters } from './edits.ts'

test.each(platformIds)('%s: what both texts begin and end with says nothing of a change', platform => {
  let [files, shorter] = [0, 0]
  for (let seed = 1; files < 12; seed++)
    for (const { before, after } of editedRouters(platform, seed).slice(0, 2))
      for (const [name, old] of before) {
        const now = after.get(name)
        if (now === undefined || now === old) continue
        const texts = differingTexts(name, { before: old, after: now })
        expect(changesOf(name, texts.before, texts.after), `seed ${seed} ${name}`).toEqual(changesOf(name, old, now))
        files++
        if (texts.before.length < old.length / 2) shorter++
      }
  expect(shorter).toBeGreaterThan(0)
})

function changesOf(name: string, before: string, after: string): object {
  const said = (text: string) => sentencesOf(name, text).filter(sentence => !isFingerprint(sentence))
  const { removed, added, moved } = sentenceChanges({ before: said(before), after: said(after) })
  return [removed, added, moved].map(all => all.map(({ block, text }) => `${block} ${text}`).sort())
}
