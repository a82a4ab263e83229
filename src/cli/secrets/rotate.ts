import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { rotated, rotationSteps, type RotationStep } from '../../edit/rotate.ts'
import { isRefused } from '../../edit/edited.ts'
import { ospfTimers } from '../../model/routing-timers.ts'
import type { Plan } from '../../plan/plan.ts'
import { takesTwoKeys } from '../../plan/rotation.ts'
import { byText } from '../../text/order.ts'
import type { ExitCode } from '../command.ts'
import { applyEdit } from '../edit/apply.ts'
import type { Compiled } from '../inventory.ts'
import { refuse, type Refusal } from '../shell/refusal.ts'
import { unloaded } from '../shell/remark.ts'
import { say, type Shell } from '../shell/shell.ts'

interface Asked {
  readonly name: string
  readonly step: string | undefined
  readonly to: string | undefined
}

/** Says what a rotation of a secret costs and, where a step is asked for, writes it into the inventory. */
export function rotate(shell: Shell, compiled: Compiled, asked: Asked): ExitCode | Refusal {
  const { network, plan } = compiled.compilation
  if (network === undefined || plan === undefined) return unloaded(shell)
  const { secret, next } = network.declared.routing.ospfKey
  if (asked.name !== secret && asked.name !== next?.secret) return otherwise(plan, asked.name)
  for (const remark of costOf(plan)) say(shell, remark)
  if (asked.step === undefined) {
    say(shell, next === undefined ? steps : dueAfter[next.step])
    return 0
  }
  const step = rotationSteps.find(each => each === asked.step)
  if (step === undefined) return refuse(`--step ${asked.step}: ${known}`, `--step ${asked.step}: ${known}`)
  const outcome = rotated(compiled.inventory.sources, network, { step, to: asked.to })
  return applyEdit(shell, compiled, isRefused(outcome) ? outcome : { ...outcome, remarks: [dueAfter[step]] })
}

const known = rotationSteps.join(', ')

const dueAfter: Readonly<Record<RotationStep, Bilingual>> = {
  accept: {
    id:
      'kedua kunci diterima, yang lama dikirim: `serat secrets --generate`, simpan ke Git, ' +
      '`pulumi up` di semua router, baru `--step send`',
    en: 'both keys are taken and the old one is sent: `serat secrets --generate`, commit, `pulumi up` on every router, then `--step send`',
  },
  send: {
    id: 'kedua kunci diterima, yang baru dikirim: simpan ke Git, `pulumi up` di semua router, baru `--step finish`',
    en: 'both keys are taken and the new one is sent: commit, `pulumi up` on every router, then `--step finish`',
  },
  finish: {
    id: 'tinggal kunci yang baru: simpan ke Git, `pulumi up`; `serat secrets` lalu menyebut nama lama yang boleh dihapus',
    en: 'the new key alone is left: commit, `pulumi up`; `serat secrets` then names the old ones that may go',
  },
}

const steps: Bilingual = {
  id: 'tiga langkah, masing-masing dipasang di semua router sebelum yang berikutnya: --step accept, --step send, --step finish',
  en: 'three steps, each deployed on every router before the next: --step accept, --step send, --step finish',
}

const mostNamed = 8

/** How many links keep their neighbours whatever the order, and what to do about the others. */
function costOf({ links }: Plan): Bilingual[] {
  const active = [...links.values()].filter(({ active }) => active)
  const single = active.filter(link => !takesTwoKeys(link))
  const kept = active.length - single.length
  const platforms = [
    ...new Set(single.flatMap(({ route }) => [route.a, route.b].map(({ router }) => router.platform.name))),
  ].sort()
  const named = single.map(({ route }) => route.id).sort(byText(id => id))
  const list = [
    ...named.slice(0, mostNamed),
    ...(named.length > mostNamed ? [`+${named.length - mostNamed}`] : []),
  ].join(' ')
  return [
    {
      id: `${kept} dari ${active.length} link menerima dua kunci di kedua ujung: tetangganya tetap, apa pun urutannya`,
      en: `${kept} of ${active.length} links take two keys at both ends: their neighbours stay, in whatever order`,
    },
    ...(single.length === 0
      ? []
      : [
          {
            id: `${single.length} link tidak (${platforms.join(', ')}): ${list}`,
            en: `${single.length} links do not (${platforms.join(', ')}): ${list}`,
          },
          {
            id:
              'di link itu langkah send mengganti kuncinya: tetangga tetap bila kedua ujung berganti dalam ' +
              `${ospfTimers.deadSeconds} detik, dan bila lebih lambat link itu saja yang turun sampai ujung lain ` +
              `menyusul; \`serat rollout\` memberi urutan yang paling sedikit memutus situs`,
            en:
              'on those the step send replaces the key: neighbours stay where both ends change within ' +
              `${ospfTimers.deadSeconds} seconds, and where that takes longer that link alone is down until the ` +
              `other end follows; \`serat rollout\` gives the order that cuts off fewest sites`,
          },
        ]),
  ]
}

/** Secrets that have no two values anywhere. */
function otherwise({ network }: Plan, name: string): Refusal {
  const { ospfKey, bgpKey } = network.declared.routing
  if (name.startsWith('tunnel/'))
    return refuse('kunci terowongan diganti dengan `serat keys`', 'tunnel keys are replaced with `serat keys`')
  if (name === bgpKey.secret || name.startsWith(`${bgpKey.secret}/`))
    return refuse(
      `${name}: sesi BGP punya satu kunci saja. Ganti nilainya di penyimpan lalu \`pulumi up\`: setiap sesi ` +
        'putus sejak ujung pertama berganti sampai ujung lain menyusul, ' +
        'dan situs memakai sirkuitnya yang lain selama itu',
      `${name}: a session of BGP has one key only. Put the new value into the store, then \`pulumi up\`: each ` +
        `session is down from the first end's change to the other's, and a site uses its other circuit in between`,
    )
  return refuse(
    `${name}: bukan kunci di antara dua router, jadi tidak perlu langkah. ` +
      `Ganti nilainya di penyimpan lalu \`pulumi up\`. Yang dirotasi bertahap: ${ospfKey.secret}`,
    `${name}: no key between two routers, so it needs no steps. ` +
      `Put the new value into the store, then \`pulumi up\`. What is rotated in steps: ${ospfKey.secret}`,
  )
}
