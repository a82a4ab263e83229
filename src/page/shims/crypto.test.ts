import * as node from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createHash, hash } from './crypto.ts'

test("the browser's hashes are Node's, of any text, in one piece or several", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), texts => {
      const [ours, theirs] = [createHash('sha256'), node.createHash('sha256')]
      for (const text of texts) {
        ours.update(text)
        theirs.update(text)
        expect(hash('sha1', text)).toBe(node.hash('sha1', text))
      }
      expect(ours.digest('base64')).toBe(theirs.digest('base64'))
    }),
  )
})
