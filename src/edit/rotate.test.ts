import { expect, test } from 'vitest'
import { linkAgreement } from '../change/order/agreement.ts'
import type { LinkEnd, Plan } from '../plan/plan.ts'
import type { FibreRoute } from '../model/network.ts'
import { contoh } from '../testing/contoh.ts'
import { compiled } from './edits.fixture.ts'
import { isRefused } from './edited.ts'
import { rotated, rotationSteps } from './rotate.ts'

const today = '2026-06-15'
const ground = contoh()
const { ledger } = compiled({ sources: ground, ledger: '', today })
const original = textOf(ground)

const forms: Readonly<Record<string, string>> = {
  'in braces': original,
  'in braces, the number declared': original.replace(/ospf_key: \{ /, 'ospf_key: { key_id: 1, '),
  'a line each': original.replace(/^( *)ospf_key: \{ secret: (\S+?)(?:, [^}]*)? \}/m, '$1ospf_key:\n$1  secret: $2'),
  'a line each, with remarks': original.replace(
    /^( *)ospf_key: \{ secret: (\S+?)(?:, [^}]*)? \}/m,
    '$1ospf_key: # shared\n$1  # of all links\n$1  secret: $2 # one family\n$1  bytes: 16',
  ),
}

function textOf(sources: typeof ground): string {
  return sources.find(({ path }) => path === 'network.yaml')?.text ?? ''
}

function withText(text: string): typeof ground {
  return ground.map(source => (source.path === 'network.yaml' ? { ...source, text } : source))
}

function planOf(sources: typeof ground): Plan {
  const { plan, diagnostics } = compiled({ sources, ledger, today })
  if (plan === undefined) throw new Error(diagnostics.map(({ message }) => message.en).join('\n'))
  return plan
}

test.each(Object.entries(forms))('three steps lead from one key to the next and touch nothing else: %s', (_, text) => {
  let sources = withText(text)
  for (const step of rotationSteps) {
    const { network } = planOf(sources)
    for (const other of rotationSteps)
      if (other !== step) expect(isRefused(rotated(sources, network, { step: other, to: undefined }))).toBe(true)
    const outcome = rotated(sources, network, { step, to: undefined })
    if (isRefused(outcome)) throw new Error(outcome.map(({ en }) => en).join())
    sources = [...outcome.sources]
    const { secret, next } = planOf(sources).network.declared.routing.ospfKey
    expect(next?.step ?? 'finish').toBe(step)
    expect(secret).toMatch(step === 'finish' ? /-2$/ : /[^2]$/)
  }
  const { secret, keyId, bytes } = planOf(sources).network.declared.routing.ospfKey
  const before = planOf(withText(text)).network.declared.routing.ospfKey
  expect([secret, keyId, bytes]).toEqual([`${before.secret}-2`, 2, before.bytes])
  const remarks = (each: string): string[] => [...each.matchAll(/#.*$/gm)].map(([remark]) => remark)
  expect(remarks(textOf(sources))).toEqual(remarks(text))
})

test('one step apart both ends of a link that takes two keys believe each other; two steps apart they do not', () => {
  const keys = [
    'secret: a',
    'secret: a, next: { secret: b, step: accept }',
    'secret: a, next: { secret: b, step: send }',
    'secret: b, key_id: 2',
  ]
  const plans = keys.map(key => planOf(withText(original.replace(/ospf_key: \{.*\}/, `ospf_key: { ${key} }`))))
  const agree = (from: number, to: number, canTwo: boolean): boolean => {
    const [before, after] = [plans[from], plans[to]]
    if (before === undefined || after === undefined) throw new Error('no plan')
    const sides = { before, after }
    return (
      linkAgreement(sides, 'before', firstLinkOf(before, canTwo)) ===
      linkAgreement(sides, 'after', firstLinkOf(after, canTwo))
    )
  }
  expect([0, 1, 2].map(i => agree(i, i + 1, true))).toEqual([true, true, true])
  expect([agree(0, 2, true), agree(1, 3, true), agree(0, 3, true)]).toEqual([false, false, false])
  expect([0, 1, 2].map(i => agree(i, i + 1, false))).toEqual([true, false, true])
})

/** Ends of a link, as if both its routers could, or neither. */
function firstLinkOf({ links }: Plan, can: boolean): readonly [LinkEnd, LinkEnd] {
  const [link] = links.values()
  if (link === undefined) throw new Error('no link')
  const ospfTwoKeys = can ? (['md5', 'sha256', 'hmac-sha-256'] as const) : []
  const endThat = (end: FibreRoute['a']): FibreRoute['a'] => {
    const { router } = end
    const capabilities = { ...router.dialect.capabilities, ospfTwoKeys }
    return { ...end, router: { ...router, dialect: { ...router.dialect, capabilities } } }
  }
  const route = { ...link.route, a: endThat(link.route.a), b: endThat(link.route.b) }
  return [
    { ...link.a, link: { ...link, route } },
    { ...link.b, link: { ...link, route } },
  ]
}
