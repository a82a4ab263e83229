import type { FibreLink } from '../../../intent/intent.ts'
import type { Dialect, OspfAuthentication } from '../../../model/platform.ts'
import { junosSecret } from '../text.ts'
import { line, type Line } from '../../text/line.ts'
import { logical } from './names.ts'

/** Words that differ from one run of Junos versions to the next. */
interface Words {
  readonly ospfAuthentication: Readonly<Partial<Record<OspfAuthentication, (link: FibreLink) => readonly Line[]>>>
}

const dialects: Readonly<Record<string, Words>> = {
  'junos-es-24': {
    ospfAuthentication: {
      md5: ({ interface: name, key, alsoTaken }) =>
        [key, ...(alsoTaken === undefined ? [] : [alsoTaken])].map(({ value, from }) => {
          const kind = alsoTaken === undefined ? 'md5' : 'multi-active-md5'
          return line(
            from,
          )`set protocols ospf area 0.0.0.0 interface ${logical(name.value)} authentication ${kind} ${value.id} key "${{ secret: value.secret, encode: junosSecret }}"`
        }),
    },
  },
}

/** Authentication of a link in OSPFv2. Throws, since it is our own bug, where the plan chose what the dialect lacks. */
export function ospfKey(link: FibreLink, dialect: Dialect): readonly Line[] {
  if (link.authentication === undefined) return []
  const write = dialects[dialect.id]?.ospfAuthentication[link.authentication]
  if (write === undefined) throw new Error(`dialect ${dialect.id} cannot authenticate link ${link.id} as planned`)
  return write(link)
}
