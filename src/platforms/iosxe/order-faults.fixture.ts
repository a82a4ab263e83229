import type { IosBlock } from './read/blocks.ts'

/** What a block lacks or has in the wrong order; one sentence each. */
export function orderFaults({ number, text, children }: IosBlock): string[] {
  const at = (pattern: RegExp): number => children.findIndex(child => pattern.test(child.text))
  const faults: string[] = []
  const fault = (wrong: boolean, words: string): void => {
    if (wrong) faults.push(`${number}: ${text}: ${words}`)
  }
  if (text.startsWith('interface ')) {
    const address = at(/^ip(v6)? address /)
    fault(
      text.includes('.') && (at(/^encapsulation /) < 0 || (address >= 0 && at(/^encapsulation /) > address)),
      'encapsulation before addresses',
    )
    fault(address >= 0 && !text.includes('Loopback') && at(/^zone-member /) < 0, 'routes and is in no zone')
    fault(
      text.startsWith('interface Tunnel') &&
        ['source', 'mode', 'destination', 'protection'].some(word => at(new RegExp(`^tunnel ${word} `)) < 0),
      'is half a tunnel',
    )
    fault(
      at(/^zone-member security Z-zone-/) >= 0 && (at(/^ip access-group /) < 0 || at(/^ipv6 traffic-filter /) < 0),
      'checks no sources',
    )
    fault(at(/^bfd template /) < 0 && at(/ bfd$/) >= 0, 'has BFD without timers')
  }
  if (text.startsWith('policy-map type inspect ') && text !== 'policy-map type inspect P-SELF-OUT') {
    const last = children.at(-1)
    fault(last?.text !== 'class class-default' || last.children[0]?.text !== 'drop', 'does not end with a drop')
  }
  if (/^(ip|ipv6) access-list (?!logging)|^class-map|^policy-map/.test(text)) fault(children.length === 0, 'is empty')
  if (text.startsWith('class') || text.startsWith('policy-map'))
    fault(
      children.some(child => child.text.startsWith('class ') && child.children.length === 0),
      'has a class without an action',
    )
  const said = children.map(child => child.text).filter(own => own !== 'exit-address-family')
  fault(new Set(said).size < said.length && !text.startsWith('banner'), 'says something twice')
  return [...faults, ...children.flatMap(orderFaults)]
}
