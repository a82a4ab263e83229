import type { Component } from '../../analysis/graph/component.ts'
import { analysisOf } from '../../analysis/analysis.ts'
import { classRowsGiven } from '../../analysis/graph/class-rows.ts'
import { simulate } from '../../analysis/service/simulate.ts'
import { jsonText } from '../../text/screen.ts'
import { command } from '../command.ts'
import { isEnd, loadInventory } from '../loaded.ts'
import { flag, formatOption, inventoryOptions, list } from '../options.ts'
import { isRefusal, refuse } from '../shell/refusal.ts'
import { allJson, allText } from '../what-if/all.ts'
import { outcomeJson } from '../what-if/outcome-json.ts'
import { outcomeText } from '../what-if/outcome-text.ts'
import { wantedComponents, wordsOf } from '../what-if/wanted.ts'
import { remark } from '../shell/remark.ts'

export const whatIf = command({
  name: 'what-if',
  about: {
    id:
      'Situs, perangkat daerah dan sirkuit mana yang terputus, ' +
      'pindah ke cadangan atau kehilangan perlindungan bila komponen ini gagal bersama-sama, ' +
      'dan kegagalan tunggal mana yang berikutnya memutus; dengan --given dibandingkan dengan keadaan yang sudah ' +
      'rusak; untuk penyulang listrik, mulai menit keberapa (ups_minutes). ' +
      'ID: span:sp-utara-012, router:core-1, circuit:..., rentang span:sp-a-001..sp-a-009.',
    en:
      'Which sites, agencies and circuits lose service, move to a backup or lose protection when these components ' +
      'fail together, and which single failures would come next; ' +
      'with --given, beside a state that is broken already; with power feeders, from which minute on ' +
      '(ups_minutes). ID: span:sp-utara-012, router:core-1, circuit:..., a range span:sp-a-001..sp-a-009.',
  },
  operands: '[ID…]',
  fewestOperands: 0,
  mostOperands: 10_000,
  example: 'serat what-if --cut span:sp-utara-012 --down router:core-1',
  options: {
    ...inventoryOptions,
    cut: list('ID[,ID…]', 'bagian jaringan serat yang putus', 'parts of the plant that are cut'),
    down: list(
      'ID[,ID…]',
      'perangkat, sirkuit, uplink atau penyedia yang mati',
      'devices, circuits, uplinks or providers that are down',
    ),
    given: list(
      'ID[,ID…]',
      'yang sudah gagal: keadaan itulah "semula"',
      'what is down already: that state is the "before"',
    ),
    all: flag('setiap komponen, satu demi satu', 'every component, one after the other'),
    format: formatOption,
  },
  run(shell, given, operands) {
    const words = wordsOf(given.cut, given.down, operands)
    if (given.all === words.length > 0)
      return refuse('beri --cut, --down, atau --all saja', 'give --cut or --down, or --all alone')
    const loaded = loadInventory(shell, given)
    if (isEnd(loaded)) return loaded
    const { plan } = loaded
    const json = given.format === 'json'
    const earlier = wantedComponents(analysisOf(plan), wordsOf(given.given))
    if (isRefusal(earlier)) return earlier
    if (given.all) {
      const rows = classRowsGiven(plan, earlier)
      shell.print(json ? jsonText(allJson(rows)) : allText(rows, shell.language))
    } else {
      const components = wantedComponents(analysisOf(plan), words)
      if (isRefusal(components)) return components
      const outcome = simulate(plan, namesOf(components), namesOf(earlier))
      shell.print(json ? jsonText(outcomeJson(outcome)) : outcomeText(outcome, shell.language))
    }
    return loaded.hasErrors
      ? remark(shell, {
          id: 'ada galat di inventaris, jadi jawaban ini mungkin tidak lengkap; jalankan `serat check`',
          en: 'the inventory has errors, so this answer may not be whole; run `serat check`',
        })
      : 0
  },
})

function namesOf(components: readonly Component[]): ReadonlySet<string> {
  return new Set(components.map(({ name }) => name))
}
