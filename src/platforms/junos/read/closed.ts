import { foreignLogFact, idleFact, type At } from '../../reading/meaning.ts'
import { value, values } from '../../reading/patterns.ts'
import type { Statements } from './text.ts'
import { unitsOf } from './units.ts'

/** Ports that are shut, and how often the log names what comes in from a foreign source. */
export function closed({ all, below }: Statements, at: At): string[] {
  const logged = unitsOf({ all, below }).flatMap(({ name, lines }) =>
    values(lines, /^family inet6? filter input (source-\S+)$/).flatMap(filter => {
      const family = filter.endsWith('v4') ? 'inet' : 'inet6'
      const actions = below(`firewall family ${family} filter ${filter} term foreign-source then`)
      if (!actions.includes('syslog')) return []
      const policer = value(actions, /^policer (\S+)$/) ?? '?'
      const rate = value(below(`firewall policer ${policer}`), /^if-exceeding-pps pps-limit (\d+)$/)
      return foreignLogFact(at(name), rate ?? 'all')
    }),
  )
  return [...values(all, /^interfaces (\S+) disable$/).map(idleFact), ...logged]
}
