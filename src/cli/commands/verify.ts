import { command } from '../command.ts'
import { faultsOf } from '../disk/verify-folder.ts'
import { value } from '../options.ts'
import { isRefusal } from '../shell/refusal.ts'
import { resolve } from 'node:path'

export const verify = command({
  name: 'verify',
  about: {
    id: 'Periksa folder hasil terhadap manifestnya: setiap berkas, dan manifest itu sendiri. Tanpa --digest dari luar, manifest hanya membuktikan dirinya sendiri.',
    en: 'Hold an output folder against its manifest: every file, and the manifest itself. Without a --digest from outside the manifest proves itself only.',
  },
  operands: '[DIR]',
  fewestOperands: 0,
  mostOperands: 1,
  example: 'serat verify out',
  options: {
    digest: value(
      'SHA256',
      'SHA-256 manifest.json yang disimpan di tempat lain',
      'SHA-256 of manifest.json that was kept elsewhere',
    ),
  },
  run(shell, { digest }, [folder = 'out']) {
    const found = faultsOf(resolve(shell.cwd, folder), folder, digest)
    if (isRefusal(found)) return found
    for (const fault of found.faults) shell.print(`${fault[shell.language]}\n`)
    if (found.faults.length > 0) return 1
    const proof =
      digest === undefined
        ? {
            id: 'cocok di dalam dirinya, tidak terbukti: bandingkan SHA-256 ini dengan yang disimpan di tempat lain',
            en: 'consistent in itself, not proved: compare this SHA-256 with one that was kept elsewhere',
          }
        : { id: 'terbukti terhadap SHA-256 yang diberikan', en: 'proved against the SHA-256 that was given' }
    shell.print(
      `${folder}: ${found.files} ${shell.language === 'id' ? 'berkas' : 'files'}, ${proof[shell.language]}\nmanifest.json ${found.digest}\n`,
    )
    return 0
  },
})
