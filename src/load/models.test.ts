import { describe, expect, test } from 'vitest'
import { compile } from '../compile.ts'
import { contoh } from '../testing/contoh.ts'

const path = 'types/hap.yaml'
const hap = `model: hAP ax3
platform: routeros
ports:
  - { prefix: ether, first: 1, last: 5, speed_mbps: 1000, medium: copper }
trunk: ether5
source: vendor's product page
`

/** The leased site of the example with a router that no catalogue has. */
function outcome(
  text: string,
  change: (site: string) => string = site => site,
): { readonly said: string[]; readonly configuration: string } {
  const sources = contoh().map(source =>
    source.path === 'opd/bukit.yaml'
      ? { path: source.path, text: change(source.text.replace(/model: [^,}]+/, 'model: hAP ax3')) }
      : source,
  )
  const { diagnostics, artifacts } = compile({
    sources: [...sources, { path, text }],
    ledger: '',
    today: '2026-06-15',
    entropy: new Uint8Array(5),
  })
  const own = [...artifacts].find(each => each.path.startsWith('routers/bukit/'))
  return {
    said: diagnostics.map(({ code, message }) => `${code} ${message.en}`),
    configuration: own === undefined ? '' : String(own.content()),
  }
}

describe('a model that the catalogue lacks', () => {
  test('is used by a site and written down with its ports', () => {
    const { said, configuration } = outcome(hap)
    expect(said).toEqual([])
    expect(configuration).toContain('ether5')
  })

  test('is held against its ports', () => {
    expect(
      outcome(hap, site => `${site}since: 2026-01-01\n`.replace('asset_register', 'trunk: ether9, asset_register'))
        .said,
    ).toEqual([expect.stringContaining('ether9')])
  })

  test.each([
    ['trunk: ether5', 'trunk: sfp1', 'this model has no port `sfp1`'],
    ['platform: routeros', 'platform: routeros7', 'unknown platform `routeros7`'],
    ['medium: copper', 'medium: brass', 'brass'],
    ['speed_mbps: 1000', 'speed_mbps: 0', 'the value `0` cannot stand here'],
    ['first: 1, last: 5', 'first: 5, last: 1', 'last 1 stands before first 5'],
    ['last: 5', 'last: 20000000', '20000000'],
    [/ports:\n.*\n/, 'ports: []\n', 'the value `[]` cannot stand here'],
    ['  - {', '  - { prefix: ether, first: 5, last: 6, speed_mbps: 1, medium: copper }\n  - {', 'written twice'],
  ])('%s as %s is one finding, and what routers say of the model only follows', (from, to, words) => {
    expect(outcome(hap.replace(from, to)).said).toEqual([expect.stringContaining(words)])
  })

  test('one that the catalogue has is told, and the catalogue counts', () => {
    expect(outcome(hap.replace('model: hAP ax3', 'model: L009UiGS-RM'), site => site).said.join('\n')).toContain(
      'the catalogue has the model `L009UiGS-RM` already',
    )
  })
})
