import { describe, expect, it } from 'vitest'
import { lineText } from '../../../platforms/text/line.ts'
import { skipped, treeErrors, treesAbsent } from '../../../platforms/routeros/routeros.tree.ts'
import { entriesOf } from '../../klaten/entries.ts'
import { compiled, configurations, readKlaten } from '../../klaten/inventory.ts'
import { noValue, seedsOf } from '../../klaten/seeded-errors.ts'

const scripts = [...configurations(compiled(readKlaten()))]
  .filter(([path]) => path.endsWith('.rsc'))
  .map(([, lines]) => lines.map(line => lineText(line) + '\n').join(''))

describe.skipIf(treesAbsent).each(['7.12', '7.18', '7.20'])(
  `RouterOS %s: the vendor's command tree${skipped}`,
  dialect => {
    const seeds = seedsOf(
      scripts
        .filter(script => script.startsWith('#') && script.split('\n')[0]?.includes(`(${dialect})`))
        .flatMap(script => entriesOf(new Map([['router.rsc', script]]))),
    )
    const menus = [...new Set(seeds.map(({ menu }) => menu))].sort()

    it(`takes each command as it is, and catches a wrong word in each of ${menus.length} menus, and a wrong value`, async () => {
      const faulty = await faultyAmong(
        seeds.map(({ text }) => text),
        dialect,
      )
      // What no argument can be is caught everywhere; what this argument cannot be, where the tree knows its type.
      const menusWhere = (typed: boolean): string[] =>
        menus.filter(menu =>
          seeds.some(
            ({ menu: of, kind, wrong }, i) =>
              of === menu && kind === 'value' && (wrong !== noValue) === typed && faulty.has(i),
          ),
        )
      expect(seeds.filter(({ kind }, i) => kind === 'sound' && faulty.has(i)).map(({ text }) => text)).toEqual([])
      expect(seeds.filter(({ kind }, i) => kind === 'word' && !faulty.has(i)).map(({ text }) => text)).toEqual([])
      expect(menusWhere(false)).toEqual(menus)
      console.log(
        `${dialect}: the tree knows the type of a value in ${menusWhere(true).length} of ${menus.length} menus`,
      )
      expect(menusWhere(true).length).toBeGreaterThanOrEqual(12)
    })
  },
)

/** The checker's own pipe holds some hundred errors, so the commands go to it in parts. */
async function faultyAmong(texts: readonly string[], dialect: string): Promise<ReadonlySet<number>> {
  const parts = Array.from({ length: Math.ceil(texts.length / 300) }, (_, i) => i * 300)
  const found = await Promise.all(
    parts.map(async start =>
      (await treeErrors(texts.slice(start, start + 300).join('\n'), dialect)).map(
        error => start + Number(/:(\d+): error: /.exec(error)?.[1]) - 1,
      ),
    ),
  )
  return new Set(found.flat())
}
