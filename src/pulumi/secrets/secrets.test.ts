import { describe, expect, it } from 'vitest'
import { intentsOf, readSites } from '../../testing/reference-intents.ts'
import { platforms } from '../../compile.ts'
import { renderers } from '../../platforms/index.ts'
import { encoderOf, formOf } from './forms.ts'
import { masked, resolved, type Secrets } from './template.ts'

const secretsOf = (values: Readonly<Record<string, string>>): Secrets => ({
  of: name => values[name],
  all: () => new Map(Object.entries(values)),
})

describe('forms', () => {
  it('write every secret of the reference network as its renderer does', () => {
    const samples = [
      'A',
      'kunci-uji-0001',
      'A'.repeat(16),
      'A'.repeat(17),
      'A'.repeat(80),
      'A'.repeat(81),
      'dua kata',
      'a"b$c\\d?e',
      'ü',
      `${'A'.repeat(43)}=`,
    ]
    const outcome = (encode: (value: string) => string, value: string): string => {
      try {
        return encode(value)
      } catch {
        return 'refused'
      }
    }
    const found = new Set<string>()
    for (const intent of intentsOf(readSites(), platforms).values()) {
      const renderer = renderers.find(({ platform }) => platform.id === intent.router.platform.id)
      for (const { lines } of renderer?.render(intent) ?? []) {
        for (const part of lines.flatMap(({ parts }) => parts)) {
          if (typeof part === 'string' || !('secret' in part)) continue
          const form = formOf(part)
          found.add(form)
          expect(samples.map(value => outcome(encoderOf(part.secret, form), value))).toEqual(
            samples.map(value => outcome(part.encode, value)),
          )
        }
      }
    }
    expect([...found]).toContain('routeros')
    expect([...found].some(form => form.startsWith('frr:'))).toBe(true)
  })
})

describe('templates', () => {
  const template = { text: 'a\n key <secret:x/y> end\nset secret "<secret:z>"\n', forms: ['frr:16', 'routeros'] }
  const secrets = secretsOf({ 'x/y': 'nilai-satu', z: 'dua"dua' })
  const live = resolved(template, secrets)

  it('resolve each secret in its form', () => {
    expect(live).toBe('a\n key nilai-satu end\nset secret "dua\\"dua"\n')
  })

  it('name what is missing, and what does not fit, without values', () => {
    expect(() => resolved(template, secretsOf({ z: 'x' }))).toThrow('not in the secret store: x/y')
    expect(() => resolved(template, secretsOf({ 'x/y': 'terlalu-panjang-untuk-frr', z: 'x' }))).toThrow(
      /^x\/y: .*FRR takes at most 16 bytes here$/,
    )
    for (const [value, why] of [
      ['', /^x\/y: .*its value is empty$/],
      ['nilai\n', /^x\/y: .*holds a line break or another control character$/],
    ] as const)
      expect(() => resolved(template, secretsOf({ 'x/y': value, z: 'x' }))).toThrow(why)
  })

  it('come back whole from a live file', () => {
    expect(masked(template, live, secrets)).toBe(template.text)
  })

  it('show another value by name, a value out of place by name, a foreign secret not at all', () => {
    expect(masked(template, live.replace('nilai-satu', 'lain'), secrets)).toContain(
      ' key <secret:x/y, nilai lain / another value> end',
    )
    expect(masked(template, `# nilai-satu\n${live}`, secrets)).toContain('# <secret:x/y, salah tempat / out of place>')
    expect(masked(template, `${live}user password=asing name=x\n`, secrets)).toContain('user password=<hidden> name=x')
    expect(masked(template, `${live}user password="asing sekali"\n`, secrets)).toContain('user password=<hidden>\n')
  })

  it('say nothing about drift of a secret that is not to be had here', () => {
    expect(masked(template, live, secretsOf({}))).toBe(template.text)
  })
})
