import { inside } from '../../source/source.ts'
import { clashes, grouped } from '../grouping.ts'
import { rule } from '../define.ts'

export const handoffVlanTwice = rule({
  code: 'CKT006',
  name: 'handoff-vlan-twice',
  severity: 'error',
  title: { id: 'VLAN hand-off dipakai dua kali', en: 'VLAN of a hand-off used twice' },
  *check({ network }) {
    const live = [...network.circuits.values()].filter(({ declared }) => declared.status !== 'retired')
    for (const { first, later } of clashes(
      grouped(live, ({ declared: { hub } }) => hub && `${hub.handoff} ${hub.vlan}`).values(),
    )) {
      const { handoff, vlan } = later.declared.hub!
      yield {
        at: inside(later.origin, 'hub', 'vlan'),
        about: [later, first],
        facts: { handoff, vlan, first: first.id, later: later.id },
        related: [
          {
            at: inside(first.origin, 'hub', 'vlan'),
            message: { id: `sudah dipakai sirkuit ${first.id}`, en: `already used by circuit ${first.id}` },
          },
        ],
      }
    }
  },
  message: ({ handoff, vlan, first, later }) => ({
    id: `VLAN ${vlan} di hand-off ${handoff} dipakai sirkuit ${later} dan ${first}`,
    en: `VLAN ${vlan} of hand-off ${handoff} is used by circuits ${later} and ${first}`,
  }),
  hint: () => ({ id: 'tanyakan VLAN yang benar kepada NOC penyedia', en: "ask the provider's NOC for the right VLAN" }),
})
