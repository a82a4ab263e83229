/** From the glass to the power: the order in which a report lists them. */
export const componentKinds = [
  'trench',
  'span',
  'structure',
  'closure',
  'cable',
  'core',
  'route',
  'circuit',
  'provider',
  'handoff',
  'uplink',
  'tunnel',
  'port',
  'router',
  'building',
  'feeder',
] as const
export type ComponentKind = (typeof componentKinds)[number]

/**
 * A thing that can fail by itself. `closure` is a structure of kind closure or odf, `core` a lit core of a cable,
 * `circuit` the last mile of one.
 */
export interface Component {
  readonly kind: ComponentKind
  readonly id: string
  /** `kind:id` */
  readonly name: string
  /** Numbers of the elements that it takes down, with all that falls with them. */
  readonly elements: Int32Array
}

/**
 * How often a kind of thing fails beside the others: cable and closure before device before power (`practice.md` B3).
 */
export const priorOf: Readonly<Record<ComponentKind, 0 | 1 | 2>> = {
  trench: 0,
  span: 0,
  structure: 0,
  closure: 0,
  cable: 0,
  core: 0,
  route: 0,
  circuit: 0,
  provider: 0,
  uplink: 0,
  handoff: 1,
  tunnel: 1,
  port: 1,
  router: 1,
  building: 2,
  feeder: 2,
}
