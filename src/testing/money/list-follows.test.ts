import { expect, test } from 'vitest'
import { compiled, edited, readKlaten, type Files } from '../klaten/inventory.ts'

/**
 * Who makes a circuit faster hears in one round of its price list, annexes, prices and PPN, of both contracts that pay
 * for it.
 */

const circuits = 'circuits/penyedia-b.yaml'
const contracts = 'providers/penyedia-b.yaml'

function findings(files: Files): { readonly code: string; readonly help: string }[] {
  return compiled(files)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code, help }) => ({ code, help: help?.en ?? '' }))
}

const faster = edited(readKlaten(), circuits, text =>
  text.replace('bandwidth_mbps: 20\n  monthly_rupiah: 3400000', 'bandwidth_mbps: 50\n  monthly_rupiah: 6400000'),
)

test('a circuit that is faster and dearer: what follows is said at once', () => {
  const found = findings(faster)
  expect(found.map(({ code }) => code)).toEqual(['KTR015', 'KTR015'])
  const help = found.map(each => each.help).join('\n')
  for (const words of [
    'ktr-2026-03: 200 Mbit/s, the circuits add up to 230 Mbit/s, price Rp 363,000,000, with PPN Rp 402,930,000',
    '220 Mbit/s, the circuits add up to 250 Mbit/s, price Rp 369,500,000, with PPN Rp 410,145,000',
    'ktr-2026-07: 220 Mbit/s, the circuits add up to 250 Mbit/s, price Rp 34,300,000, with PPN Rp 38,073,000',
  ])
    expect(help).toContain(words)
})

test('whoever writes that has nothing left to mend', () => {
  const written = edited(faster, contracts, text =>
    text
      .replace(
        'ckt-kec-wedi, bandwidth_mbps: 20, monthly_rupiah: 3400000',
        'ckt-kec-wedi, bandwidth_mbps: 50, monthly_rupiah: 6400000',
      )
      .replace('annex: { circuits: 8, bandwidth_mbps: 200 }', 'annex: { circuits: 8, bandwidth_mbps: 230 }')
      .replaceAll('annex: { circuits: 8, bandwidth_mbps: 220 }', 'annex: { circuits: 8, bandwidth_mbps: 250 }')
      .replace(/excl_ppn_rupiah: 330000000(.*)366300000/, 'excl_ppn_rupiah: 363000000$1402930000')
      .replace(/excl_ppn_rupiah: 336500000(.*)373515000/, 'excl_ppn_rupiah: 369500000$1410145000')
      .replace(/excl_ppn_rupiah: 31300000(.*)34743000/, 'excl_ppn_rupiah: 34300000$138073000'),
  )
  // The budget and invoices that were paid at the old fee are other people's papers.
  expect(findings(written).filter(({ code }) => code.startsWith('KTR'))).toEqual([])
})
