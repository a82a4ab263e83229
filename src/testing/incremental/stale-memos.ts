import { compile, type Compilation, type CompileInput } from '../../compile.ts'
import { saysTheSame } from '../../load/declare.ts'
import { recompiler } from '../../recompile.ts'
import { memory, type Memory } from '../../source/memory.ts'
import type { Source } from '../../source/source.ts'
import { parseYaml } from '../../source/yaml.ts'

type Compiler = (input: CompileInput) => Compilation

/** Recompilers that keep what they should not, each in a way of its own: the histories must notice every one. */
export const staleMemos: Readonly<Record<string, () => Compiler>> = {
  'texts of equal length are taken for equal': () => recompiler((a, b) => a.text.length === b.text.length),
  'numbers do not count': () => recompiler((a, b) => withoutDigits(a) === withoutDigits(b)),
  'what a text says wrong does not count': () => recompiler((a, b) => dataOf(a) === dataOf(b)),
  'findings stay where they were told first': () => {
    const known = new Map<string, Source>()
    return input => {
      const sources = input.sources.map(source => {
        const before = known.get(source.path)
        const kept = before !== undefined && dataOf(before) === dataOf(source) ? before : source
        known.set(source.path, kept)
        return kept
      })
      return compile({ ...input, sources })
    }
  },
  'the ledger is read once': () => {
    const again = recompiler()
    let ledger: string | undefined
    return input => {
      ledger ||= input.ledger
      return again({ ...input, ledger })
    }
  },
  'the day is asked once': () => {
    const again = recompiler()
    let asOf: string | undefined
    return input => {
      asOf ??= input.asOf ?? ''
      return again({ ...input, asOf })
    }
  },
  'a site is linked once': () => recompiler(saysTheSame, () => forgetful('site')),
  'a circuit is linked once': () => recompiler(saysTheSame, () => forgetful('circuit')),
  'the plant is linked once': () => recompiler(saysTheSame, () => forgetful('plant')),
  'segments of a site are planned once': () => recompiler(saysTheSame, () => forgetful('segments of site')),
  'places are handed out once': () => recompiler(saysTheSame, () => forgetful('handed out')),
  'a file that goes stays': () => {
    const again = recompiler()
    const known = new Map<string, Source>()
    return input => {
      for (const source of input.sources) known.set(source.path, source)
      return again({ ...input, sources: [...known.values()] })
    }
  },
}

/** A memory that does not ask what a step is made of. */
export function forgetful(blind: string): Memory {
  const real = memory()
  return {
    ...real,
    again: (step, of, make) => real.again(step, step === blind ? [] : of, make),
    each: <T>(step: string) => {
      const each = real.each<T>(step)
      return (key: string, of: readonly unknown[], make: (before?: T) => T): T =>
        each(key, step === blind ? [] : of, make)
    },
  }
}

function withoutDigits({ text }: Source): string {
  return text.replace(/\d/g, '')
}

function dataOf(source: Source): string {
  return JSON.stringify(parseYaml(source).data) ?? ''
}
