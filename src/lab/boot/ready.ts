import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { wholeDifferences, withoutTransfers } from './leftovers.ts'
import { inParallel } from '../run.ts'
import type { Running } from './running.ts'
import { stillnessOf } from './stillness.ts'
import { expectedSessions, sessionCommands, shownSessions, type Sessions } from '../verify/sessions.ts'
import type { Tell } from './up.ts'

export interface Ready {
  readonly seconds: number
  /** Sessions that are up at both ends. */
  readonly sessions: { readonly ospf: number; readonly ospf6: number; readonly bgp: number; readonly bfd: number }
  /** What is not as it should be when time is up. */
  readonly faults: readonly Bilingual[]
}

/** Waits until every expected session is up at both ends and no FIB has changed for `stillMs`. */
export async function untilReady(lab: Running, tell: Tell, { stillMs = 5000, limitMs = 120_000 } = {}): Promise<Ready> {
  const began = performance.now()
  const spent = (): number => performance.now() - began
  await untilPrefixes(lab, limitMs, tell)
  let sessions = await sessionFaults(lab)
  while (sessions.faults.length > 0 && spent() < limitMs) {
    tell({ id: `menunggu ${sessions.faults.length} router`, en: `waiting for ${sessions.faults.length} routers` })
    await sleep(500)
    sessions = await sessionFaults(lab)
  }
  const still = await untilStill(lab, stillMs, limitMs)
  const faults = [
    ...prefixFaults(lab),
    ...sessions.faults,
    ...(still ? [] : [{ id: 'FIB masih berubah', en: 'FIBs still change' }]),
  ]
  return { seconds: spent() / 1000, sessions: sessions.up, faults }
}

async function untilPrefixes(lab: Running, limitMs: number, tell: Tell): Promise<void> {
  const began = performance.now()
  let faults = prefixFaults(lab)
  while (faults.length > 0 && performance.now() - began < limitMs) {
    tell({
      id: `konvergensi: ${faults.length} tabel belum lengkap`,
      en: `converging: ${faults.length} tables are not whole yet`,
    })
    await sleep(250)
    faults = prefixFaults(lab)
  }
}

function prefixFaults(lab: Running): Bilingual[] {
  const differences = wholeDifferences(lab)
  return (lab.state.disturbed ? withoutTransfers(lab, differences) : differences).map(
    ({ router, family, missing, extra }) => {
      const what = `${router} IPv${family}: -[${missing.join(' ')}] +[${extra.join(' ')}]`
      return { id: what, en: what }
    },
  )
}

/** Whether all FIBs stayed as they are for so long. */
async function untilStill(lab: Pick<Running, 'allFibs'>, stillMs: number, limitMs: number): Promise<boolean> {
  const began = performance.now()
  const stillFor = stillnessOf(lab)
  while (stillFor() < stillMs) {
    if (performance.now() - began > limitMs) return false
    await sleep(Math.min(200, stillMs / 4))
  }
  return true
}

interface SessionState {
  readonly up: Ready['sessions']
  readonly faults: readonly Bilingual[]
}

/** Each router is asked for its own ends. */
export async function sessionFaults({ blueprint, vtysh }: Running, only?: ReadonlySet<string>): Promise<SessionState> {
  const up = { ospf: 0, ospf6: 0, bgp: 0, bfd: 0 }
  const faults: Bilingual[] = []
  await inParallel(
    blueprint.routers.filter(({ id }) => only?.has(id) !== false),
    4,
    async ({ id, intent }) => {
      const expected = expectedSessions(intent)
      const shown = shownSessions(
        await vtysh(
          id,
          sessionCommands.filter(command => wants(command, expected)),
        ),
      )
      for (const kind of ['ospf', 'ospf6', 'bgp'] as const) {
        up[kind] += shown[kind].length
        const missing = expected[kind].filter(name => !shown[kind].includes(name))
        if (missing.length > 0)
          faults.push({
            id: `${id}: ${kind} belum tersambung: ${missing.join(', ')}`,
            en: `${id}: ${kind} not up: ${missing.join(', ')}`,
          })
      }
      up.bfd += shown.bfd
      if (shown.bfd !== expected.bfd)
        faults.push({
          id: `${id}: ${shown.bfd} dari ${expected.bfd} sesi BFD tersambung`,
          en: `${id}: ${shown.bfd} of ${expected.bfd} BFD sessions are up`,
        })
    },
  )
  // Every session has been counted at its two ends; those with providers of uplinks have one here.
  return { up, faults }
}

function wants(command: string, { ospf, bgp, bfd }: Sessions): boolean {
  if (command.includes('ospf')) return ospf.length > 0
  return command.includes('bgp') ? bgp.length > 0 : bfd > 0
}

export function sleep(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}
