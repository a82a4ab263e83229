import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { blueprintOf } from './boot/blueprint.ts'
import type { Wish } from './verify/choose-failures.ts'
import { booterOf, removeLab, type Removed } from './boot/down.ts'
import { labPlan, type LabInventory } from './inventory.ts'
import { untilReady, type Ready } from './boot/ready.ts'
import type { LabReport } from './verify/lab-report.ts'
import { runningLab } from './boot/running.ts'
import { readState } from './boot/state.ts'
import { bootLab, memoryInUse, type Tell } from './boot/up.ts'
import { vendorsOf, verifyLab } from './verify/verify.ts'

/** What a shell hands in: an inventory that loads, where it lies, and what its bytes hash to. */
export interface LabInput extends LabInventory {
  readonly folder: string
  readonly hash: string
  readonly today: string
}

export interface Up {
  /** What an earlier lab, booted or killed on the way, had left. */
  readonly removed: Removed | undefined
  readonly routers: number
  readonly wires: number
  readonly hosts: number
  readonly seconds: number
  readonly memoryMiB: number
  readonly ready: Ready
  readonly switchedOn: readonly string[]
}

export interface CannotNow {
  readonly cannot: Bilingual
}

/** Boots the lab; what an earlier one left is removed before. */
export async function upLab(input: LabInput, tell: Tell): Promise<Up | CannotNow> {
  const busy = stopped()
  if (busy !== undefined) return busy
  const planned = labPlan(input, input.today)
  if (planned === undefined) return unloadable
  const removed = await removeLab()
  const blueprint = blueprintOf(planned.plan)
  const { state, seconds } = await bootLab(blueprint, { inventory: input.folder, hash: input.hash }, tell)
  const ready = await untilReady(runningLab(state, blueprint), tell)
  return {
    removed,
    routers: blueprint.routers.length,
    wires: blueprint.wires.length,
    hosts: blueprint.hosts.length,
    seconds: seconds + ready.seconds,
    memoryMiB: memoryInUse(state),
    ready,
    switchedOn: planned.switchedOn,
  }
}

const unloadable: CannotNow = {
  cannot: {
    id: 'jaringan tidak dapat dimuat; jalankan `serat check`',
    en: 'the network cannot be loaded; run `serat check`',
  },
}

function stopped(): CannotNow | undefined {
  const state = readState()
  const booter = state === undefined ? undefined : booterOf(state)
  return booter === undefined
    ? undefined
    : {
        cannot: {
          id: `\`lab up\` lain sedang berjalan (proses ${booter})`,
          en: `another \`lab up\` is running (process ${booter})`,
        },
      }
}

/** `vendors`: names of the platforms on site, which the lab's own plan no longer knows. */
export async function checkLab(
  input: LabInput,
  vendors: Parameters<typeof vendorsOf>[0],
  wish: Wish,
  tell: Tell,
): Promise<LabReport | CannotNow> {
  const state = readState()
  if (state === undefined || state.phase !== 'up')
    return {
      cannot: {
        id: 'tidak ada lab yang berjalan; mulai dengan `serat lab up`',
        en: 'no lab is up; begin with `serat lab up`',
      },
    }
  if (state.hash !== input.hash)
    return {
      cannot: {
        id: `lab ini dijalankan dari inventaris lain atau yang sudah berubah (${state.inventory}); ulangi \`serat lab up\``,
        en: `this lab was booted from another or an earlier inventory (${state.inventory}); run \`serat lab up\` again`,
      },
    }
  const planned = labPlan(input, input.today)
  if (planned === undefined) return unloadable
  return verifyLab(runningLab(state, blueprintOf(planned.plan)), planned.switchedOn, vendorsOf(vendors), wish, tell)
}

export async function downLab(): Promise<Removed | CannotNow> {
  return stopped() ?? (await removeLab()) ?? { processes: 0, namespaces: 0 }
}
