import type { FibreLink, Intent } from '../../../intent/intent.ts'
import type { Dialect, Ospf3Authentication, OspfAuthentication } from '../../../model/platform.ts'
import { frrKey } from '../text/frr.ts'
import { line, Quoted, type Line } from '../../text/line.ts'

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
        )` ip ospf message-digest-key ${link.key.value.id} md5 ${frrKey(link.key.value, dialect.capabilities.ospfKeyBytes.md5)}`,
      ],
    },
    ospf3Authentication: {
      'hmac-sha-256': (link, dialect) => [
        link.alsoTaken3 === undefined
          ? line(
              link.key3.from,
            )` ipv6 ospf6 authentication key-id ${link.key3.value.id} hash-algo hmac-sha-256 key ${frrKey(link.key3.value, dialect.capabilities.ospfKeyBytes.sha256)}`
          : line(link.alsoTaken3.from)` ipv6 ospf6 authentication keychain ${chainOf(link)}`,
      ],
    },
  },
}

/** Keys of a rotation: every one is taken, and one is sent by. */
function chainOf({ id }: FibreLink): string {
  return `OSPF-${id}`
}

/** A key that was to be sent by for one day, long ago, is never sent by and always taken. */
const neverSent = '00:00:00 Jan 01 1993 00:00:00 Jan 02 1993'

/** Key chains of links whose keys are being rotated. */
export function ospfKeyChains({ fibre, router: { dialect } }: Intent): Line[] {
  const shape = line([], 'structure')
  return fibre.flatMap(link => {
    const { key3, alsoTaken3 } = link
    if (link.authentication3 === undefined || alsoTaken3 === undefined) return []
    const keys = [key3, alsoTaken3].toSorted((a, b) => a.value.id - b.value.id)
    return [
      line(alsoTaken3.from)`key chain ${chainOf(link)}`,
      ...keys.flatMap(({ value, from }) => [
        line(from)` key ${value.id}`,
        line(from)`  key-string ${frrKey(value, dialect.capabilities.ospfKeyBytes.sha256)}`,
        line([], 'signed-neighbours')`  cryptographic-algorithm hmac-sha-256`,
        ...(value === key3.value ? [] : [line(alsoTaken3.from)`  send-lifetime ${new Quoted(neverSent)}`]),
        shape` exit`,
      ]),
      shape`exit`,
    ]
  })
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
