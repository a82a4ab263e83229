import { grouped, overlapping } from '../grouping.ts'
import { rule } from '../define.ts'
import { circuitTermsOf as termsOf } from './bought.ts'

export const handoffVlanTwice = rule({
  code: 'CKT006',
  name: 'handoff-vlan-twice',
  severity: 'error',
  title: { id: 'VLAN hand-off dipakai dua kali', en: 'VLAN of a hand-off used twice' },
  *check({ network }) {
    const uses = [...network.circuits.values()].flatMap(termsOf).filter(({ term }) => term.handoff !== undefined)
    const found = overlapping(
      grouped(
        uses,
        ({ term: { declared } }) => declared.hub && `${declared.hub.handoff} ${declared.hub.vlan}`,
      ).values(),
      ({ bought, term }) => ({ owner: bought.id, period: term.period }),
    )
    for (const { first, later } of found) {
      const { handoff, vlan } = later.term.declared.hub!
      yield {
        at: later.term.at('hub', 'vlan'),
        about: [later.bought, first.bought],
        facts: { handoff, vlan, first: first.bought.id, later: later.bought.id },
        related: [
          {
            at: first.term.at('hub', 'vlan'),
            message: {
              id: `sudah dipakai sirkuit ${first.bought.id}`,
              en: `already used by circuit ${first.bought.id}`,
            },
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
