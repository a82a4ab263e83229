import { describe, expect, test } from 'vitest'
import { ledgerText, parseLedger, releaseEntries } from './ledger.ts'

const text = `# Allocations, by identity. Written by serat, reviewed by people; see \`serat release\` and \`serat repair\`.
format: 1
link/ring-1/v4: 10.0.16.8/30
network/contoh/ula: fd12:3456:789a::/48
router/dinas-a/loopback: 10.0.0.17
router/dinas-b/loopback: { value: 10.0.0.18, retired: 2026-11-02 }
segment/dinas-a/data/v6: 0x4a1c
`

describe('a ledger', () => {
  test('reads back as it was written', () => {
    const { value, diagnostics } = parseLedger(text)
    expect(diagnostics).toEqual([])
    expect(ledgerText(value)).toBe(text)
    expect(value.entries.get('router/dinas-b/loopback')).toEqual({ value: '10.0.0.18', retired: '2026-11-02' })
  })

  test('says every line that it does not understand, at its place', () => {
    const broken = text
      .replace('router/dinas-a/loopback: 10.0.0.17', 'router/dinas-a/loopback 10.0.0.17')
      .replace('0x4a1c', '0x4a1c extra')
    const { diagnostics } = parseLedger(broken)
    expect(diagnostics.map(({ code }) => code)).toEqual(['LOD030', 'LOD030'])
    expect(diagnostics.map(({ at }) => broken.slice(...(at.offsets as [number, number])))).toEqual([
      'router/dinas-a/loopback 10.0.0.17',
      'segment/dinas-a/data/v6: 0x4a1c extra',
    ])
  })

  test('knows conflict markers, and says them once', () => {
    const merged = text.replace(
      'router/dinas-a/loopback: 10.0.0.17\n',
      '<<<<<<< HEAD\nrouter/dinas-a/loopback: 10.0.0.17\n=======\nrouter/dinas-a/loopback: 10.0.0.19\n>>>>>>> other\n',
    )
    expect(parseLedger(merged).diagnostics.map(({ code }) => code)).toEqual(['LOD031'])
  })

  test('refuses a key that is recorded twice', () => {
    expect(parseLedger(text + 'link/ring-1/v4: 10.0.16.12/30\n').diagnostics.map(({ code }) => code)).toEqual([
      'LOD032',
    ])
  })

  test('of two hundred thousand lines is read in one pass', () => {
    const large = Array.from(
      { length: 200_000 },
      (_, i) => `router/site-${i}/loopback: 10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`,
    ).join('\n')
    expect(parseLedger(large).value.entries.size).toBe(200_000)
  })
})

describe('release', () => {
  test('gives back what is retired, and nothing that is in use', () => {
    const {
      text: after,
      released,
      refused,
    } = releaseEntries(text, ['router/dinas-b/loopback', 'router/dinas-a/loopback', 'router/dinas-c/loopback'])
    expect(released).toEqual(['router/dinas-b/loopback'])
    expect(refused).toEqual([
      { key: 'router/dinas-a/loopback', reason: 'in-use' },
      { key: 'router/dinas-c/loopback', reason: 'unknown' },
    ])
    expect(after).toBe(text.replace(/router\/dinas-b.*\n/, ''))
  })

  test('gives back all that is retired below a key', () => {
    expect(releaseEntries(text, ['router/dinas-b/']).released).toEqual(['router/dinas-b/loopback'])
  })

  test('leaves the text alone where it gives nothing back', () => {
    expect(releaseEntries(text, ['router/dinas-a/loopback']).text).toBe(text)
  })
})

test('a ledger of a newer Serat is refused in words, once', () => {
  const text = 'format: 9\nrouter/a/loopback: { something: new }\n'
  const { diagnostics } = parseLedger(text)
  expect(diagnostics.map(({ code, message }) => `${code} ${message.en}`)).toEqual([
    'LOD030 the ledger was written by a newer Serat (format: 9; this one reads format 2)',
  ])
})
