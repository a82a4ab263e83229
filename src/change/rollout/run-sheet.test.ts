import { expect, test } from 'vitest'
import { runSheet } from './run-sheet.ts'

/** More sites than a list elsewhere would name: each is somebody to be told. */
const sites = Array.from({ length: 12 }, (_, i) => `situs-${i + 1}`)

test('a step names every site that is out, and every one that stands on its backup', () => {
  const sheet = runSheet(
    {
      steps: [
        {
          what: 'whole',
          router: 'core-1',
          platform: 'Linux',
          why: { id: 'perangkat lain', en: 'another device' },
          files: new Map(),
          former: undefined,
          without: sites.map(site => `tanpa-${site}`),
          expects: { ospfNeighbours: 0, bgpSessions: 0 },
          foretold: {
            router: 'core-1',
            what: 'changed',
            isReached: { before: true, after: true },
            losses: sites.map(site => ({ site, state: 'isolated' })),
            onBackup: sites.map(site => `cadangan-${site}`),
            down: [],
          },
        },
      ],
      gone: [],
      order: 'least',
    },
    { id: '', en: '' },
  )
  for (const site of sites)
    for (const named of [`${site} (`, `cadangan-${site}`, `tanpa-${site}`])
      expect(sheet.split(named).length - 1, named).toBeGreaterThanOrEqual(2)
})
