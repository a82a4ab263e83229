import { cutOverOrder } from '../../exchange/running/cut-over.ts'
import { compareRunning } from '../../exchange/running/compare.ts'
import { saidIn } from '../../exchange/running/said.ts'
import { comparisonText, differencesIn, type RouterComparison } from '../../exchange/running/text.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Artifact } from '../../render/artifact.ts'
import { jsonText } from '../../text/screen.ts'
import { command } from '../command.ts'
import { runningFiles, type RunningFile } from '../exchange/running-files.ts'
import { isEnd, loadInventory } from '../loaded.ts'
import { formatOption, inventoryOptions } from '../options.ts'
import { isRefusal } from '../shell/refusal.ts'

export const compareWithRunning = command({
  name: 'compare',
  about: {
    id:
      'Kalimat konfigurasi yang sedang berjalan yang tidak dijelaskan inventaris, dan sebaliknya. ' +
      'RUNNING: ekspor RouterOS, atau berkas Junos, IOS XE dan FRR, atau folder berisi folder tiap router. ' +
      'Rahasia tidak pernah dicetak.',
    en:
      'Sentences of running configurations that the inventory does not explain, and the reverse. ' +
      'RUNNING: exports of RouterOS, files of Junos, IOS XE and FRR, or a folder with a folder for each router. ' +
      'No secret is ever printed.',
  },
  operands: 'RUNNING…',
  fewestOperands: 1,
  mostOperands: 10_000,
  example: 'serat compare ekspor/core-1.rsc',
  options: { ...inventoryOptions, format: formatOption },
  run(shell, given, operands) {
    const loaded = loadInventory(shell, given)
    if (isEnd(loaded)) return loaded
    const { network, plan, compilation } = loaded
    const files = runningFiles(shell.cwd, operands, network)
    if (isRefusal(files)) return files
    const compared = [...Map.groupBy(files, ({ router }) => router)].flatMap(([router, own]) =>
      comparedRouter(router, own, [...compilation.drafts([router])]),
    )
    const differing = compared.filter(({ comparison, unread }) => differencesIn(comparison) + unread.length > 0)
    if (given.format === 'json') shell.print(jsonText(compared))
    else {
      for (const each of compared) shell.print(comparisonText(each, shell.language))
      const order = cutOverOrder(
        plan,
        differing.map(({ router }) => router),
      )
      if (order.length > 1) shell.print(orderText(order)[shell.language])
    }
    return differing.length > 0 ? 1 : 0
  },
})

/** A router's files against ours by their names; a single configuration under any name is the router's main one. */
function comparedRouter(
  router: string,
  files: readonly RunningFile[],
  artifacts: readonly Artifact[],
): RouterComparison[] {
  const ours = new Map(artifacts.map(artifact => [artifact.path.slice(`routers/${router}/`.length), artifact]))
  return files.map(({ name, text }) => {
    const ending = name.slice(name.lastIndexOf('.'))
    const key = ours.has(name)
      ? name
      : ([...ours.keys()].find(each => each.endsWith(ending)) ?? [...ours.keys()][0] ?? name)
    const content = ours.get(key)?.content()
    const running = saidIn(key, text)
    const wanted = saidIn(key, typeof content === 'string' ? content : '')
    return {
      router,
      file: name,
      comparison: compareRunning(running.sentences, wanted.sentences),
      unread: running.unread,
    }
  })
}

function orderText(order: readonly string[]): Bilingual {
  return {
    id: `urutan peralihan, seperti serat rollout: ${order.join(', ')}\n`,
    en: `order of cut-over, as serat rollout has it: ${order.join(', ')}\n`,
  }
}
