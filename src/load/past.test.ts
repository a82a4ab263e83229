import { expect, test } from 'vitest'
import { compile } from '../compile.ts'
import { contoh } from '../testing/contoh.ts'
import { compiled, readKlaten } from '../testing/klaten/inventory.ts'

const { sources, ledger } = readKlaten()

function said(files: typeof sources, recorded = ledger): string[] {
  return compiled({ sources: files, ledger: recorded })
    .diagnostics.filter(({ code }) => code === 'LOD020')
    .map(({ at, message, help }) => `${at.source.path}: ${message.en}; ${help?.en ?? ''}`)
}

test('a site whose file is gone was removed: no other office is suggested', () => {
  const findings = said(sources.filter(({ path }) => path !== 'opd/kec-cawas.yaml'))
  expect(findings.length).toBeGreaterThan(0)
  for (const finding of findings) {
    expect(finding).toContain('the site `kec-cawas` was removed; retire or remove what still names it')
    expect(finding).not.toContain('did you mean')
  }
})

test('the day on which a build found it gone is told', () => {
  const retired = ledger.replace(
    /^((?:router|segment)\/kec-cawas\/[^:]+): (\S+)$/gm,
    '$1: { value: $2, retired: 2026-03-31 }',
  )
  expect(retired).not.toBe(ledger)
  expect(
    said(
      sources.filter(({ path }) => path !== 'opd/kec-cawas.yaml'),
      retired,
    )[0],
  ).toContain('was removed on 2026-03-31')
})

test('a renamed site is found by its new name, everywhere that the old one stands', () => {
  const renamed = sources.map(({ path, text }) =>
    path === 'opd/kec-cawas.yaml'
      ? {
          path: 'opd/kec-cawas-baru.yaml',
          text: text.replace(/^site: kec-cawas$/m, 'site: kec-cawas-baru\nwas: [kec-cawas]'),
        }
      : { path, text },
  )
  const findings = said(renamed)
  expect(findings.length).toBeGreaterThan(0)
  for (const finding of findings)
    expect(finding).toContain('the site `kec-cawas` is now named `kec-cawas-baru`; write `kec-cawas-baru` here')
})

test('a name that never was gets the nearest', () => {
  const files = contoh().map(({ path, text }) => ({ path, text: text.replace('id: bukit', 'id: bukti') }))
  const { diagnostics } = compile({ sources: files, ledger: '', today: '2026-06-15', entropy: new Uint8Array(5) })
  expect(diagnostics.map(({ help }) => help?.en)).toEqual(['did you mean `bukit`?'])
})
