/** A plant drawn twice: as one cable that is opened on the way, and as a cable for each section. */
export interface TwicePlant {
  readonly oneCable: string
  readonly manyCables: string
  /** One route a section, by how the core of the one cable is written; `many` names the section's own cable. */
  readonly sections: readonly Section[]
}

export interface Section {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly cable: string
}

export interface LineShape {
  /** Poles in each section; as many sections as there are numbers. */
  readonly poles: readonly number[]
  readonly closed: boolean
  /** By span: written against the cable's direction. */
  readonly turned: readonly boolean[]
  /** The cable is written from its other end. */
  readonly reversed: boolean
}

const head = `plant: uji
name: Uji
cable_types:
  - { id: t, name: T, cores: 48, cores_per_tube: 12, helix_percent: 0.4, installation_percent: 1.2, loss_db_per_km: { nm1310: 0.36, nm1550: 0.22 } }
`

/** ODFs of a ring or a line, poles between them on a circle of some kilometres. */
export function drawTwice({ poles, closed, turned, reversed }: LineShape): TwicePlant {
  const sections = poles.map((count, i): Section & { readonly nodes: readonly string[] } => {
    const [from, to] = [`odf-${i}`, closed && i === poles.length - 1 ? 'odf-0' : `odf-${i + 1}`]
    const nodes = [from, ...Array.from({ length: count }, (_, n) => `p-${i}-${n}`), to]
    return { id: `r-${i}`, from, to, cable: `c-${i}`, nodes }
  })
  const line = sections.flatMap(({ nodes }, i) => (i === 0 ? nodes : nodes.slice(1)))
  const structures = [...new Set(line)].map((id, i, { length }) => {
    const angle = (2 * Math.PI * i) / (closed ? length : length * 1.5)
    const at = [110.6 + 0.01 * Math.cos(angle), -7.7 + 0.01 * Math.sin(angle)].map(value => value.toFixed(6))
    return `  - { id: ${id}, kind: ${id.startsWith('odf') ? 'odf' : 'pole'}, at: [${at.join(', ')}] }\n`
  })
  const spans = line.slice(1).map((to, i) => {
    const ends = turned[i % Math.max(1, turned.length)] ? [to, line[i]] : [line[i], to]
    return `  - { id: s-${i}, kind: aerial, from: ${ends[0]}, to: ${ends[1]} }\n`
  })
  let done = 0
  const cables = sections.map(({ cable, from, nodes }) => {
    const own = nodes.slice(1).map(() => `s-${done++}`)
    return `  - { id: ${cable}, type: t, from: ${from}, spans: [${own.join(', ')}] }\n`
  })
  const whole = spans.map((_, i) => `s-${i}`)
  const start = reversed ? line.at(-1) : line[0]
  const ground = `${head}structures:\n${structures.join('')}spans:\n${spans.join('')}`
  return {
    oneCable: `${ground}cables:\n  - { id: c, type: t, from: ${start}, spans: [${(reversed ? whole.reverse() : whole).join(', ')}] }\n`,
    manyCables: `${ground}cables:\n${cables.join('')}`,
    sections,
  }
}

/** A route over each section; `core` says which core of the cable `cableOf` names it. */
export function routesOver(
  sections: readonly Section[],
  cableOf: (section: Section) => string,
  core: (i: number) => number,
): string {
  return sections
    .map(
      (section, i) =>
        `- { route: ${section.id}, a: { router: utara, port: sfp-sfpplus1, optic: lr }, b: { router: timur, port: sfp-sfpplus1, optic: lr }, speed_mbps: 10000, path: [${section.from}/${i * 2 + 1}, ${cableOf(section)}/${core(i)}, ${section.to}/${i * 2 + 1}] }\n`,
    )
    .join('')
}
