import { resolve } from 'node:path'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { ExitCode } from '../command.ts'
import { faultsOf } from '../disk/verify-folder.ts'
import { git } from '../git.ts'
import { value } from '../options.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import type { Shell } from '../shell/shell.ts'

/** What proves a manifest: something that does not lie beside it. */
export const proofOptions = {
  digest: value(
    'SHA256',
    'SHA-256 manifest.json yang disimpan di tempat lain',
    'SHA-256 of manifest.json that was kept elsewhere',
  ),
  tag: value(
    'TAG',
    'tag Git yang ditandatangani, dan pesannya memuat SHA-256 manifest.json',
    'a signed Git tag whose message holds the SHA-256 of manifest.json',
  ),
}

interface Proof {
  readonly digest: string | undefined
  readonly tag: string | undefined
}

/** Prints what of a folder is not as its manifest says, and how far that is a proof. Needs no inventory. */
export function prove(shell: Shell, folder: string, { digest, tag }: Proof): ExitCode | Refusal {
  const tagged = tag === undefined ? undefined : digestOfTag(shell.cwd, tag)
  if (isRefusal(tagged)) return tagged
  if (tagged !== undefined && digest !== undefined && tagged !== digest)
    return refuse('--digest dan --tag menyebut SHA-256 yang berbeda', '--digest and --tag name different SHA-256')
  const expected = digest ?? tagged
  const found = faultsOf(resolve(shell.cwd, folder), folder, expected)
  if (isRefusal(found)) return found
  for (const fault of found.faults) shell.print(`${fault[shell.language]}\n`)
  if (found.faults.length > 0) return 1
  const proof = proofWords(digest, tag)[shell.language]
  const noun = shell.language === 'id' ? 'berkas' : 'files'
  shell.print(`${folder}: ${found.files} ${noun}, ${proof}\nmanifest.json ${found.digest}\n`)
  return 0
}

function proofWords(digest: string | undefined, tag: string | undefined): Bilingual {
  if (tag !== undefined)
    return { id: `terbukti terhadap tag ${tag} yang ditandatangani`, en: `proved against the signed tag ${tag}` }
  if (digest !== undefined)
    return { id: 'terbukti terhadap SHA-256 yang diberikan', en: 'proved against the SHA-256 that was given' }
  return {
    id: 'cocok di dalam dirinya, tidak terbukti: bandingkan SHA-256 ini dengan yang disimpan di tempat lain',
    en: 'consistent in itself, not proved: compare this SHA-256 with one that was kept elsewhere',
  }
}

/** The SHA-256 that a tag's message holds, once Git accepts its signature. */
function digestOfTag(cwd: string, tag: string): string | Refusal {
  const message = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,200}$/.test(tag)
    ? git(cwd, 'cat-file', 'tag', `refs/tags/${tag}`)
    : undefined
  if (message === undefined)
    return refuse(
      `--tag ${tag}: di sini tidak ada tag beranotasi dengan nama itu`,
      `--tag ${tag}: there is no annotated tag of that name here`,
    )
  if (git(cwd, 'tag', '-v', tag) === undefined)
    return refuse(
      `--tag ${tag}: Git tidak menerima tanda tangannya (git tag -v ${tag})`,
      `--tag ${tag}: Git does not accept its signature (git tag -v ${tag})`,
    )
  const digest = /\b[0-9a-f]{64}\b/.exec(message.slice(message.indexOf('\n\n')))?.[0]
  if (digest !== undefined) return digest
  return refuse(`--tag ${tag}: pesannya tidak memuat SHA-256`, `--tag ${tag}: its message holds no SHA-256`)
}
