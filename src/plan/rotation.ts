import type { Network } from '../model/network.ts'
import type { Dialect } from '../model/platform.ts'
import type { LinkPlan } from './plan.ts'

type DeclaredKey = Network['declared']['routing']['ospfKey']

/** One of the two keys of a rotation. */
export interface RotatingKey {
  readonly secret: string
  readonly keyId: number
  /** Where its name stands below the key. */
  readonly steps: readonly string[]
}

/** Which key routers send by, and which they take too. */
interface Rotation {
  readonly sent: RotatingKey
  /** Undefined where no key is being rotated. */
  readonly other: RotatingKey | undefined
}

const lastNumber = 255

/** The number of a key's successor: a byte in packets, of which 0 is left out. */
export function numberAfter(keyId: number): number {
  return keyId === lastNumber ? 1 : keyId + 1
}

export function rotationOf({ secret, keyId, next }: DeclaredKey): Rotation {
  const current = { secret, keyId, steps: ['secret'] }
  if (next === undefined) return { sent: current, other: undefined }
  const later = { secret: next.secret, keyId: numberAfter(keyId), steps: ['next', 'secret'] }
  return next.step === 'accept' ? { sent: current, other: later } : { sent: later, other: current }
}

/** Whether both ends of a link take two keys at once in every version of OSPF that it signs. */
export function takesTwoKeys({ ospf, ospf3, route }: LinkPlan): boolean {
  const kinds = [ospf, ospf3].flatMap(kind => kind ?? [])
  return kinds.every(kind => [route.a, route.b].every(({ router }) => twoOf(router.dialect).includes(kind)))
}

function twoOf({ capabilities }: Dialect): Dialect['capabilities']['ospfTwoKeys'] {
  return capabilities.ospfTwoKeys
}

/**
 * Whether two routers, of which one is at one step and the other at another, believe each other on a link that takes
 * two keys.
 */
export function agreeOnKeys(one: DeclaredKey, other: DeclaredKey): boolean {
  return isTaken(rotationOf(one), rotationOf(other)) && isTaken(rotationOf(other), rotationOf(one))
}

function isTaken({ sent }: Rotation, at: Rotation): boolean {
  return [at.sent, at.other].some(key => key?.secret === sent.secret && key.keyId === sent.keyId)
}
