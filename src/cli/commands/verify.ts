import { command } from '../command.ts'
import { proofOptions, prove } from '../audit/prove.ts'

export const verify = command({
  name: 'verify',
  about: {
    id:
      'Periksa folder hasil terhadap manifestnya: setiap berkas, dan manifest itu sendiri. ' +
      'Tanpa --digest atau --tag dari luar, manifest hanya membuktikan dirinya sendiri.',
    en:
      'Hold an output folder against its manifest: every file, and the manifest itself. ' +
      'Without a --digest or --tag from outside the manifest proves itself only.',
  },
  operands: '[DIR]',
  fewestOperands: 0,
  mostOperands: 1,
  example: 'serat verify out',
  options: proofOptions,
  run: (shell, given, [folder = 'out']) => prove(shell, folder, given),
})
