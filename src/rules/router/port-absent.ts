import { distinctBy } from '../grouping.ts'
import { portOf } from '../circuit/bought.ts'
import { rule } from '../define.ts'
import { portUses } from './port-uses.ts'
import { nearest } from '../../text/nearest.ts'

export const portAbsent = rule({
  code: 'RTR002',
  name: 'port-absent',
  severity: 'error',
  title: { id: 'Port yang tidak ada pada modelnya', en: 'Port that the model does not have' },
  *check({ network }) {
    const written = portUses(network).filter(
      ({ share, router, port }) => share.kind !== 'vlan' || portOf(router, port) === undefined,
    )
    for (const { router, port, at } of distinctBy(written, use => `${use.at.source.path} ${use.at.path.join(' ')}`)) {
      // A circuit's VLAN at the hub hangs on the port of its hand-off, which has the finding.
      if (portOf(router, port) !== undefined || at.path.includes('hub')) continue
      const names = router.model.ports.map(({ name }) => name)
      yield {
        at,
        about: [router],
        facts: { router: router.id, port, model: router.declared.model, near: nearest(port, names), names },
      }
    }
  },
  message: ({ router, port, model }) => ({
    id: `${router} (${model}) tidak punya port ${port}`,
    en: `${router} (${model}) has no port ${port}`,
  }),
  hint: ({ near, names }) => ({
    id: `${near === undefined ? '' : `mungkin maksudnya ${near}; `}port yang ada: ${names.join(', ')}`,
    en: `${near === undefined ? '' : `did you mean ${near}? `}its ports: ${names.join(', ')}`,
  }),
})
