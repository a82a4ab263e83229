import type { FibreLink } from '../../../intent/intent.ts'
import type { Dialect, Ospf3Authentication, OspfAuthentication } from '../../../model/platform.ts'
import { frrKey } from '../text/frr.ts'
import { line, type Line } from '../../text/line.ts'

type LinkWords = (link: FibreLink, dialect: Dialect) => readonly Line[]

/** Words that differ from one run of FRR versions to the next. */
interface Words {
  readonly ospfAuthentication: Readonly<Partial<Record<OspfAuthentication, LinkWords>>>
  readonly ospf3Authentication: Readonly<Partial<Record<Ospf3Authentication, LinkWords>>>
}

const words: Readonly<Record<string, Words>> = {
  'frr-8': {
    ospfAuthentication: {
      md5: (link, dialect) => [
        line([], 'signed-neighbours')` ip ospf authentication message-digest`,
        line(
          link.key.from,
        )` ip ospf message-digest-key 1 md5 ${frrKey(link.key.value, dialect.capabilities.ospfKeyBytes.md5)}`,
      ],
    },
    ospf3Authentication: {
      'hmac-sha-256': (link, dialect) => [
        line(
          link.key.from,
        )` ipv6 ospf6 authentication key-id 1 hash-algo hmac-sha-256 key ${frrKey(link.key3.value, dialect.capabilities.ospfKeyBytes.sha256)}`,
      ],
    },
  },
}

/** Throws, since it is our own bug, where a dialect of the platform has no words. */
function wordsOf(dialect: Dialect): Words {
  const found = words[dialect.id]
  if (found === undefined) throw new Error(`no words of FRR for dialect ${dialect.id}`)
  return found
}

/** Authentication of a fibre link in both versions of OSPF. Throws where the plan chose what the dialect lacks. */
export function ospfKeyLines(
  link: FibreLink,
  dialect: Dialect,
): { readonly v4: readonly Line[]; readonly v6: readonly Line[] } {
  const known = wordsOf(dialect)
  return {
    v4: link.authentication === undefined ? [] : written(known.ospfAuthentication[link.authentication], link, dialect),
    v6:
      link.authentication3 === undefined ? [] : written(known.ospf3Authentication[link.authentication3], link, dialect),
  }
}

function written(write: LinkWords | undefined, link: FibreLink, dialect: Dialect): readonly Line[] {
  if (write === undefined) throw new Error(`dialect ${dialect.id} cannot authenticate link ${link.id} as planned`)
  return write(link, dialect)
}
