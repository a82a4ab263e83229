import { readdirSync, readFileSync } from 'node:fs'
import { linux } from '../model/platforms/linux.ts'
import { routeros } from '../model/platforms/routeros.ts'
import type { Source } from '../source/source.ts'

/** The platforms that test inventories may name. */
export const testPlatforms = new Map([linux, routeros].map(platform => [platform.id, platform]))

/** Files of the smallest whole inventory, which has no finding. */
export function contoh(): Source[] {
  const folder = new URL('./contoh/', import.meta.url)
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.yaml')).map(path => path.replaceAll('\\', '/')).sort()
  return paths.map(path => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }))
}
