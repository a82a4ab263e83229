import { parsePrefix } from '../../model/ip.ts'
import { capacityOf } from '../../plan/segments.ts'
import type { Conflict, Plan } from '../../plan/plan.ts'
import { rule } from '../define.ts'
import { counted } from '../../words/figures.ts'
import { ownerOf } from './words.ts'
import { things } from '../../words/things.ts'

export const segmentOutgrown = rule({
  code: 'ADR003',
  name: 'segment-outgrown',
  severity: 'error',
  title: { id: 'Segmen lebih besar daripada prefiksnya', en: 'Segment larger than its prefix' },
  *check({ plan }) {
    for (const conflict of plan.conflicts) {
      const segment = conflict.kind === 'outgrown' ? segmentOf(conflict, plan) : undefined
      if (segment === undefined) continue
      const { key, wanted, at } = conflict
      const pinned = segment.use.declared.v4 !== undefined
      yield {
        at,
        about: [ownerOf(conflict)],
        facts: {
          key,
          prefix: wanted,
          room: roomIn(wanted),
          segment: segment.id,
          site: segment.site.id,
          hosts: segment.hosts,
          pinned,
        },
      }
    }
  },
  message: ({ prefix, room, segment, site, hosts }) => ({
    id: `segmen ${segment} di ${site} punya ${counted(hosts, things.host).id}, tetapi ${prefix} hanya muat ${room}`,
    en: `segment ${segment} of ${site} has ${counted(hosts, things.host).en}, yet ${prefix} has room for ${room} only`,
  }),
  hint: ({ key, pinned }) =>
    pinned
      ? {
          id: 'patok prefiks yang lebih besar, atau hapus v4 agar dialokasikan sendiri',
          en: 'pin a larger prefix, or remove v4 to have one allocated',
        }
      : {
          id: `kurangi hosts; atau \`serat release --in-use ${key}\` agar dialokasikan ulang: semua alamat di segmen itu berganti`,
          en: `lower hosts; or \`serat release --in-use ${key}\` to have it allocated anew: every address of the segment changes`,
        },
})

function segmentOf({ key }: Conflict, { segments }: Plan) {
  const [kind, site, segment] = key.split('/')
  return kind === 'segment' ? segments.get(`${site}/${segment}`) : undefined
}

/** Hosts that fit beside the router and the two addresses that nobody has. */
function roomIn(text: string): number {
  const prefix = parsePrefix(text)
  return prefix === undefined ? 0 : capacityOf(prefix)
}
