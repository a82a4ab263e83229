import type { Dialect, Ospf3Authentication, OspfAuthentication } from '../../model/platform.ts'
import type { LinkPlan, Plan } from '../../plan/plan.ts'
import { ospfKeyName } from '../../plan/secret-names.ts'
import { rotationOf, type RotatingKey } from '../../plan/rotation.ts'
import type { FibreLink, LinkKey } from '../fibre.ts'
import type { Sourced } from '../sourced.ts'
import { inNetwork } from './places.ts'

/**
 * Keys of a link as this router holds them: the one that it sends by, and during a rotation the one that it takes too.
 */
export function keysOf(
  { network }: Plan,
  { ospf, ospf3, route }: LinkPlan,
  dialect: Dialect,
): Pick<FibreLink, 'key' | 'key3' | 'alsoTaken' | 'alsoTaken3'> {
  const { sent, other } = rotationOf(network.declared.routing.ospfKey)
  const keyFor = ({ secret, keyId, steps }: RotatingKey, algorithm: OspfAuthentication): Sourced<LinkKey> => ({
    value: { secret: ospfKeyName({ secret }, algorithm, route.id), id: keyId },
    from: [inNetwork(network, 'routing', 'ospfKey', ...steps)],
  })
  const alsoFor = (kind: OspfAuthentication | Ospf3Authentication | undefined, algorithm: OspfAuthentication) =>
    kind === undefined || other === undefined || !dialect.capabilities.ospfTwoKeys.includes(kind)
      ? undefined
      : keyFor(other, algorithm)
  return {
    key: keyFor(sent, ospf ?? 'md5'),
    key3: keyFor(sent, 'sha256'),
    alsoTaken: alsoFor(ospf, ospf ?? 'md5'),
    alsoTaken3: alsoFor(ospf3, 'sha256'),
  }
}
