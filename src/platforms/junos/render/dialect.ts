import type { FibreLink } from '../../../intent/intent.ts'
import type { Dialect, OspfAuthentication } from '../../../model/platform.ts'
import { junosSecret } from '../text.ts'
import { line, type Line } from '../../text/line.ts'
import { logical } from './names.ts'

/** Words that differ from one run of Junos versions to the next. */
interface Words {
  readonly ospfAuthentication: Readonly<Partial<Record<OspfAuthentication, (link: FibreLink) => Line>>>
}

const dialects: Readonly<Record<string, Words>> = {
  'junos-es-24': {
    ospfAuthentication: {
      md5: link =>
        line(
          link.key.from,
        )`set protocols ospf area 0.0.0.0 interface ${logical(link.interface.value)} authentication md5 1 key "${{ secret: link.key.value.secret, encode: junosSecret }}"`,
    },
  },
}

/** Authentication of a link in OSPFv2. Throws, since it is our own bug, where the plan chose what the dialect lacks. */
export function ospfKey(link: FibreLink, dialect: Dialect): readonly Line[] {
  if (link.authentication === undefined) return []
  const write = dialects[dialect.id]?.ospfAuthentication[link.authentication]
  if (write === undefined) throw new Error(`dialect ${dialect.id} cannot authenticate link ${link.id} as planned`)
  return [write(link)]
}
