import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { parseYaml } from '../../source/yaml.ts'
import { insideRepository } from '../../secrets/repository.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import type { Shell } from '../shell/shell.ts'

/** Numbers by provider, and there by `noc` or the level of its ladder: `penyedia-a: { noc: "…", "1": "…" }`. */
export type Phones = Readonly<Record<string, Readonly<Record<string, string>>>>

const phonesFile = z.record(z.string(), z.record(z.string(), z.string().regex(/^[+0-9][0-9 ().-]{3,24}$/)))

/** Telephone numbers are of people: their file lies outside every repository, and nothing writes it anywhere. */
export function readPhones({ cwd }: Shell, asked: string | undefined): Phones | Refusal {
  if (asked === undefined) return {}
  const path = resolve(cwd, asked)
  const repository = insideRepository(path)
  if (repository !== undefined)
    return refuse(
      `${asked} terletak di dalam repositori Git ${repository}: nomor telepon tidak boleh ikut tersimpan di sana; pindahkan berkasnya`,
      `${asked} lies inside the Git repository ${repository}: telephone numbers must not be kept there; move the file`,
    )
  const text = textOf(path, asked)
  if (isRefusal(text)) return text
  const { data, faults } = parseYaml({ path, text })
  const read = phonesFile.safeParse(data)
  if (faults.length === 0 && read.success) return read.data
  return refuse(
    `${asked}: tulis satu baris per penyedia, \`penyedia-a: { noc: "+62 …", "1": "+62 …" }\`; kuncinya noc atau tingkat eskalasi`,
    `${asked}: write a line for each provider, \`penyedia-a: { noc: "+62 …", "1": "+62 …" }\`; keys are noc or the level of the ladder`,
  )
}

function textOf(path: string, asked: string): string | Refusal {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return refuse(`${asked} tidak dapat dibaca`, `${asked} cannot be read`)
  }
}
