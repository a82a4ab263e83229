import { compile } from '../compile.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { ports, type Platform } from '../model/platform.ts'
import { linux } from '../platforms/linux/platform.ts'
import { routeros } from '../platforms/routeros/platform.ts'
import type { Source } from '../source/source.ts'

/** A router that can do next to nothing, for rules about what two ends have in common. */
const bare: Platform = {
  id: 'bare',
  name: 'Bare router',
  dialects: [
    {
      id: 'bare',
      from: '1',
      source: 'made up',
      capabilities: {
        ospfAuthentication: [],
        ospf3Authentication: [],
        ospfTwoKeys: [],
        ospfKeyBytes: { md5: 0, sha256: 0 },
        tunnels: [],
        ipsecModes: [],
        linkLengthV4: 30,
        features: [],
      },
    },
  ],
  releases: { form: /^\d+$/, example: '1', upTo: '1' },
  models: {
    Bare: {
      ports: [...ports('sfp', 1, 4, 10_000, 'sfp+'), ...ports('ether', 1, 4, 1000, 'copper')],
      trunk: 'ether4',
      source: 'made up',
    },
  },
  names: linux.names,
}

/** The platforms that test inventories may name. */
export const testPlatforms: ReadonlyMap<string, Platform> = new Map(
  [linux, routeros, bare].map(platform => [platform.id, platform]),
)

/** Files of the smallest whole inventory, which has no finding. */
export function contoh(): Source[] {
  const folder = new URL('./contoh/', import.meta.url)
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.yaml'))
    .map(path => path.replaceAll('\\', '/'))
    .sort()
  return paths.map(path => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }))
}

/** What is recorded for it on a day of 2026, always alike. */
export function contohLedger(day: string): string {
  const entropy = new Uint8Array(16).fill(7)
  return compile({ sources: contoh(), ledger: '', today: day, asOf: day, entropy }).ledger
}
