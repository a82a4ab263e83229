import type { Intent } from '../../intent/intent.ts'
import { line, Quoted, type Line } from '../text/line.ts'
import type { Renderer } from '../renderer.ts'
import { fillIn } from '../text/unresolved.ts'
import { routeros } from './platform.ts'
import { radius } from './render/accounts.ts'
import { addresses } from './render/addresses.ts'
import { bfd } from './render/bfd.ts'
import { bgp } from './render/bgp.ts'
import { closing, localWay, opened } from './render/closing.ts'
import { filter, interfaceLists } from './render/filter.ts'
import { banner, head, identity } from './render/head.ts'
import { idlePorts, interfaces, vlanFiltering } from './render/interfaces.ts'
import { ospf } from './render/ospf.ts'
import { staticRoutes, tables } from './render/routes.ts'
import { dhcp, services } from './render/services.ts'
import { mangle, queues } from './render/shaping.ts'
import { stateLine } from './render/state.ts'
import { translation } from './render/translation.ts'
import { tunnels } from './render/tunnels.ts'

type Section = (intent: Intent) => Line[]

/**
 * In this order: RouterOS refuses a name that no line before has made, and stops at the first line that it refuses.
 * Wherever that is, the router is closed, and there is a way in: on the spot from the second part on, for the NOC from
 * the third.
 */
const parts: readonly { readonly until: string; readonly sections: readonly Section[] }[] = [
  { until: 'closed, local way open', sections: [closing, whilePortsComeUp, localWay] },
  {
    until: 'the NOC has its way',
    sections: [
      identity,
      interfaces,
      tunnels,
      interfaceLists,
      tables,
      addresses,
      staticRoutes,
      ospf,
      bfd,
      bgp,
      filter,
      opened,
    ],
  },
  {
    until: 'loaded to its end',
    sections: [translation, mangle, queues, dhcp, services, radius, banner, idlePorts, vlanFiltering],
  },
]

/** After a reset the ports come up later than the script. */
function whilePortsComeUp(): Line[] {
  return [line([], 'file-header')`:delay 15s`]
}

function script(intent: Intent): Line[] {
  const written = parts.map(({ until, sections }, i) => [
    ...sections.flatMap(section => section(intent)),
    line([], 'says-how-far')`:log info "${new Quoted(`serat: ${i + 1}/${parts.length} ${until}`)}"`,
  ])
  const [first = [], second = []] = written
  const size = head(intent, { local: 0, noc: 0 }).length
  const local = size + first.length
  const said = written.flat()
  return [...head(intent, { local, noc: local + second.length }), ...said, ...stateLine(intent, said)]
}

/** MikroTik RouterOS 7: one script for a router that was reset without defaults. */
export const routerosRenderer: Renderer = {
  platform: routeros,
  render: intent => [{ name: `${intent.identity.hostname.value}.rsc`, lines: script(intent) }],
  stops: () => [`:log error "${fillIn}"; :error "${fillIn}"`],
}
