import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Cable, Network, Structure } from '../../model/network.ts'
import { byText } from '../../text/order.ts'
import { capital, structures, things } from '../../words/things.ts'

/** What hangs on a pole, sticks on a closure or stands beside a port. */
export interface Label {
  readonly kind: LabelKind
  /** The inventory's id; of a port `odf/7`. */
  readonly id: string
  readonly noun: Bilingual
  /** What a telephone reads: an address of the page, or the names where none is declared. */
  readonly code: string
  /** What to tell whom, in the office's words. */
  readonly say: string
}

export const labelKinds = [
  'pole',
  'handhole',
  'manhole',
  'closure',
  'odf',
  'cabinet',
  'splitter',
  'multiplexer',
  'building',
  'port',
  'cable',
] as const

type LabelKind = (typeof labelKinds)[number]

/** Told where the inventory declares nothing else. */
const defaultSay = 'Rusak? Sebut kode ini kepada NOC.'

/** Labels of all that stands, hangs or is plugged in, what is retired left out; by kind, then by id. */
export function labelsOf(network: Network, kinds: readonly LabelKind[]): Label[] {
  const made = [...structuresOf(network), ...portsOf(network), ...cablesOf(network)]
  return labelKinds
    .filter(kind => kinds.includes(kind))
    .flatMap(kind => made.filter(label => label.kind === kind).sort(byText(({ id }) => id)))
}

function structuresOf(network: Network): Label[] {
  return living(network.structures).map(({ id, declared: { kind } }) =>
    labelOf(network, { kind, id, noun: structures[kind], thing: `structure/${id}` }),
  )
}

/** Ports of an ODF, each by its number. */
function portsOf(network: Network): Label[] {
  return living(network.structures).flatMap(({ id, declared: { kind, ports = 0 } }) =>
    kind === 'odf'
      ? Array.from({ length: ports }, (_, i) =>
          labelOf(network, { kind: 'port', id: `${id}/${i + 1}`, noun: portNoun, thing: `structure/${id}` }),
        )
      : [],
  )
}

const portNoun: Bilingual = { id: 'port ODF', en: 'ODF port' }

function cablesOf(network: Network): Label[] {
  return living(network.cables).map(({ id }) =>
    labelOf(network, { kind: 'cable', id, noun: things.cable, thing: `cable/${id}` }),
  )
}

function living<Thing extends Structure | Cable>(all: ReadonlyMap<string, Thing>): Thing[] {
  return [...all.values()].filter(({ declared: { status } }) => status !== 'retired')
}

function labelOf(
  { declared: { network, labels } }: Network,
  { kind, id, noun, thing }: Pick<Label, 'kind' | 'id' | 'noun'> & { readonly thing: string },
): Label {
  const code = labels?.link === undefined ? `${network} ${id}` : `${labels.link}#/${thing}`
  return {
    kind,
    id,
    noun: { id: capital(noun.id), en: capital(noun.en) },
    code,
    say: labels?.say ?? defaultSay,
  }
}
