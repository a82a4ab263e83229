import { describe, expect, test } from 'vitest'
import { compile } from '../../compile.ts'
import type { Network } from '../../model/network.ts'
import { deductionsOf, restitutionOf } from '../../money/claims.ts'
import { edited, readKlaten, type Files } from '../../testing/klaten/inventory.ts'
import { documentHtml } from '../document/html.ts'
import { documentMarkdown } from '../document/markdown.ts'
import { spelled } from '../text/spelled.ts'
import { claimLetter } from './letter.ts'

function loaded(files: Files): Network {
  const { network } = compile({ ...files, asOf: '2026-11-02', today: '2026-11-02', entropy: new Uint8Array(16) })
  if (network === undefined) throw new Error('not loaded')
  return network
}

const head = { number: '005/0412/16/2026', date: '2026-04-06', signatory: 'PPK Diskominfo' }

function letterOf(network: Network, signatory = head.signatory): ReturnType<typeof claimLetter> {
  const found = restitutionOf(network, 'ktr-2026-03', '2026-03')
  if (found === undefined) throw new Error('no restitution')
  return claimLetter(network, found, { ...head, signatory })
}

test("the letter's total is what its tickets come to, and what the invoice leaves out", () => {
  const network = loaded(readKlaten())
  const found = restitutionOf(network, 'ktr-2026-03', '2026-03')
  // (1,218 minutes − 1.5 % of 44,640) ÷ 44,640 × 3,900,000, by hand.
  expect(found?.rupiah).toBe(Math.round(((1218 - 0.015 * 44_640) / 44_640) * 3_900_000))
  const deducted = deductionsOf(network, found?.claims ?? [])
  expect(deducted.map(({ rupiah }) => rupiah)).toEqual([found?.rupiah])
  expect(deducted[0]?.payment.declared.invoice.exclPpnRupiah).toBe(30_000_000 - 47_911)
  const text = documentMarkdown(letterOf(network))
  expect(text).toContain('Jumlah restitusi: Rp 47.911 (empat puluh tujuh ribu sembilan ratus sebelas rupiah)')
  for (const ticket of ['tkt-2026-004', 'tkt-2026-005', 'tkt-2026-006']) expect(text).toContain(ticket)
})

test('what is agreed after a letter changes nothing of it', () => {
  const before = edited(readKlaten(), 'providers/penyedia-b.yaml', text =>
    text.replace(/ {4}addenda:\n[\s\S]*?(?= {4}documents:\n {6}- \{ kind: kontrak)/, ''),
  )
  expect(letterOf(loaded(readKlaten()))).toEqual(letterOf(loaded(before)))
})

test('text of users opens no tag and no cell of a letter', () => {
  const blocks = letterOf(loaded(readKlaten()), '<img src=x onerror=alert(1)> | [a](b)')
  const html = documentHtml({ title: '</title><script>', page: 'A4 portrait' }, blocks)
  expect(html).not.toMatch(/<img|<script/)
  expect(documentMarkdown(blocks)).toContain('&lt;img src=x onerror=alert(1)&gt; \\| \\[a\\](b)')
})

describe('sums in words', () => {
  test.each([
    [0, 'nol'],
    [11, 'sebelas'],
    [19, 'sembilan belas'],
    [100, 'seratus'],
    [1000, 'seribu'],
    [1_100_111, 'satu juta seratus ribu seratus sebelas'],
    [21_000_012_000, 'dua puluh satu miliar dua belas ribu'],
    [531_225_806, 'lima ratus tiga puluh satu juta dua ratus dua puluh lima ribu delapan ratus enam'],
  ])('%d', (value, words) => expect(spelled(value)).toBe(words))
})
