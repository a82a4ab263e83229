/** Kinds of things that can be declared. What each one is, and where it stands, is a line of `load/kinds.ts`. */
export const kinds = [
  'network',
  'zone',
  'segment',
  'handoff',
  'budget',
  'site',
  'router',
  'tenant',
  'area',
  'plant',
  'structure',
  'span',
  'run',
  'cable',
  'darkfibre',
  'cabletype',
  'slack',
  'splice',
  'route',
  'circuit',
  'uplink',
  'provider',
  'contract',
  'payment',
  'ticket',
  'claim',
  'work',
  'trace',
  'power',
  'waiver',
  'model',
  'optic',
] as const

export type Kind = (typeof kinds)[number]

export function isKind(word: string): word is Kind {
  return (kinds as readonly string[]).includes(word)
}
