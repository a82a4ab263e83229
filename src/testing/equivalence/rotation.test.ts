import { describe, expect, test } from 'vitest'
import { platformIds } from '../../platforms/reading/folder.ts'
import { readers } from '../../platforms/reading/readers.ts'
import { readSites } from '../reference-intents.ts'
import { factsOf } from './intent/facts.ts'
import { movedFrom } from './moved.ts'

const { sources, ledger } = readSites()

/** The reference network with its key on the way to the next. */
function rotating(step: string) {
  return {
    ledger,
    sources: sources.map(source =>
      source.path === 'network.yaml'
        ? {
            ...source,
            text: source.text.replace('ospf_key: {', `ospf_key: { next: { secret: ospf/berikutnya, step: ${step} },`),
          }
        : source,
    ),
  }
}

describe.each(platformIds)('a rotation of the OSPF key on %s', id => {
  test.each(['accept', 'send'])('step %s: what is written is what was decided, key for key', step => {
    const moved = movedFrom(id, rotating(step))
    const [name, intent] = [...moved.intents].find(([, { fibre }]) => fibre.length > 1) ?? []
    if (name === undefined || intent === undefined) throw new Error('no router on a ring')
    const of = (facts: Iterable<string>): string[] => [...facts].filter(fact => / auth=/.test(fact)).sort()
    const said = of(readers[id](moved.folder(name)).facts)
    expect(said).toEqual(of(factsOf(intent)))
    // The key that is sent by is named first; where only one is taken, alone.
    const isTwo = intent.router.dialect.capabilities.ospfTwoKeys.length > 0
    const sent = step === 'accept' ? /auth=[^ :]+:1=ospf\/backbone/ : /auth=[^ :]+:2=ospf\/berikutnya/
    expect(said.some(fact => sent.test(fact))).toBe(true)
    expect(said.some(fact => /:1=.*:2=|:2=.*:1=/.test(fact))).toBe(isTwo)
  })
})
