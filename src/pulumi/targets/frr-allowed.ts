import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { both, verbatim } from '../words.ts'
import { overSsh } from './ssh.ts'
import type { SshSettings } from './ssh-settings.ts'
import { addressOf, type Unit } from './target.ts'

/** Where a router keeps whose configuration it was last given. */
const nameFile = '/var/lib/serat/name'

/**
 * Before a byte of a configuration is sent: an account that may not change the router is refused, and so is a router
 * that was last given the configuration of another. Two that have each other's address would be given each other's.
 */
export async function mustTake(settings: SshSettings, unit: Unit, before: Unit | undefined): Promise<void> {
  const address = addressOf(unit)
  const answer = await overSsh(settings, address, `id -u; cat ${nameFile} 2>/dev/null || true`, Buffer.alloc(0))
  if (answer.kind === 'silent')
    throw new Error(
      refused({
        id: `${unit.name} tidak menjawab: ${answer.why.id}`,
        en: `${unit.name} does not answer: ${answer.why.en}`,
      }),
    )
  const [user, given = ''] = answer.stdout.split('\n').map(line => line.trim())
  if (answer.code !== 0 || user !== '0') throw new Error(refused(powerless(settings, unit, answer.stderr)))
  if (given === '' || given === unit.name || given === before?.name) return
  throw new Error(
    refused({
      id:
        `${unit.name}: yang menjawab di ${address} terakhir diberi konfigurasi ${given}. ` +
        `Bila itu memang ${unit.name} sekarang, hapus ${nameFile} di sana`,
      en:
        `${unit.name}: at ${address} answers a router that was last given the configuration of ${given}. ` +
        `If it is ${unit.name} now, remove ${nameFile} there`,
    }),
  )
}

function powerless({ user, become }: SshSettings, { name }: Unit, stderr: string): Bilingual {
  const said = verbatim(stderr.split('\n').at(-1) ?? '')
  const by = become === undefined ? '' : ` (${become})`
  return {
    id: `${name}: akun ${user}${by} tidak boleh mengubahnya (serat:ssh.become)${said.id === '' ? '' : `: ${said.id}`}`,
    en: `${name}: the account ${user}${by} may not change it (serat:ssh.become)${said.en === '' ? '' : `: ${said.en}`}`,
  }
}

function refused({ id, en }: Bilingual): string {
  return both({ id: `${id}; tidak ada yang diubah`, en: `${en}; nothing was changed` })
}
