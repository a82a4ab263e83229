import { expect, it } from 'vitest'
import { atLength } from '../testing/at-length.ts'
import { randomFrom } from '../testing/generate/random.ts'
import { contentOf, pathsOfVersion, type Version } from './kill-driver.fixture.ts'
import {
  makeLane,
  routersInState,
  textsUnder,
  unfinished,
  type Instant,
  type Lane,
  type Victim,
} from './kill-lane.fixture.ts'
import { describeWithPulumi } from './peers.fixture.ts'

const secret = 'rahasia-uji-01'
const instants = atLength(5, 20)
const victims: readonly Victim[] = ['program', 'provider', 'engine']

/** Twelve routers, and a guest in every other round. */
function routersOf(round: number): string[] {
  return [
    ...Array.from({ length: 12 }, (_, i) => `r${String(i).padStart(2, '0')}`),
    ...(round % 2 === 1 ? [`tamu-${round}`] : []),
  ]
}

/** The last four by what happens, the others by time. */
function instantOf(kill: number, share: number): Instant {
  if (kill >= instants - 2) return 'after a file'
  return kill >= instants - 4 ? 'in a file' : { share }
}

function isWhole(path: string, text: string, numbers: readonly number[]): boolean {
  const router = path.split('/')[1] ?? ''
  return numbers.some(number => text === contentOf(router, { routers: [], number }, secret))
}

function tornFiles(lane: Lane, numbers: readonly number[]): string[] {
  return textsUnder(lane.ground)
    .filter(([path, text]) => !isWhole(path, text, numbers))
    .map(([path]) => path)
}

describeWithPulumi('killed during `up` at seeded instants', [], () => {
  it.concurrent.each(victims)(
    `row 7: the %s, ${instants} times: the next \`up\` completes, whole files, no orphan, a sound state`,
    async victim => {
      const random = randomFrom(victims.indexOf(victim) + 1)
      const lane = makeLane(new Map([['uji', secret]]))
      let version: Version = { routers: routersOf(0), number: 1 }
      let kills = 0
      try {
        await lane.deploy(version)
        // The first one made everything; this one takes what the killed ones will.
        version = { ...version, number: 2 }
        await lane.deploy(version)
        for (let round = 0; kills < instants; round++) {
          expect(round, 'too many deployments ended before their instant').toBeLessThan(2 * instants)
          const number = version.number + 1
          if (await lane.deployAndKill({ routers: routersOf(round), number }, victim, instantOf(kills, random())))
            kills++
          expect(tornFiles(lane, [version.number, number]), `round ${round}`).toEqual([])
          // Where a guest came, it is taken out again between the kill and the next run.
          version = { routers: routersOf(0), number: number + 1 }
          await lane.deploy(version)
          expect(tornFiles(lane, [version.number]), `round ${round}`).toEqual([])
          expect(
            textsUnder(lane.ground).map(([path]) => path),
            `round ${round}`,
          ).toEqual(pathsOfVersion(version).sort())
          expect(unfinished(lane.ground), `round ${round}`).toEqual([])
          expect(routersInState(lane.ground), `round ${round}`).toEqual([...version.routers].sort())
        }
      } finally {
        await lane.end()
      }
    },
  )
})
