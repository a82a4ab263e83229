import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { command } from '../command.ts'
import { readCsv } from '../downtime/csv.ts'
import { readMonitoring } from '../downtime/monitoring.ts'
import type { Outage, Told } from '../downtime/outage.ts'
import { ticketsOf } from '../downtime/tickets.ts'
import { isEnd, loadInventory } from '../loaded.ts'
import { choice, inventoryOptions } from '../options.ts'
import { fileRefusal, isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import { say } from '../shell/shell.ts'

const sources = ['nms', 'ups', 'provider', 'log'] as const
const largest = 50_000_000

export const downtime = command({
  name: 'downtime',
  about: {
    id:
      'import FILE: gangguan dari CSV, dari jawaban query_range Prometheus, atau dari alert Alertmanager, ' +
      'sebagai tiket YAML untuk downtime/. Celah tanpa sampel disebut dan tidak dihitung; sebabnya diisi orang.',
    en:
      "import FILE: downtime from a CSV, from Prometheus' answer to query_range, or from alerts of Alertmanager, " +
      'as YAML tickets for downtime/. Gaps without samples are told and not counted; ' +
      'causes are for a person to fill in.',
  },
  operands: 'import FILE',
  fewestOperands: 2,
  mostOperands: 2,
  example: 'serat downtime import tiket.csv --source provider',
  options: {
    ...inventoryOptions,
    source: choice(sources, 'siapa yang mencatat CSV ini (bawaan: log)', 'who recorded this CSV (default: log)'),
  },
  run(shell, given, [word, file = '']) {
    if (word !== 'import') return refuse('serat downtime import FILE', 'serat downtime import FILE')
    const loaded = loadInventory(shell, given)
    if (isEnd(loaded)) return loaded
    const { network } = loaded
    const text = textOf(resolve(shell.cwd, file))
    if (isRefusal(text)) return text
    const source = sources.find(known => known === given.source) ?? 'log'
    const { timeZone } = network.declared
    const told = readAny(text, { source, timeZone, nowMs: Date.parse(`${shell.today}T23:59:59Z`) })
    if (isRefusal(told)) return told
    const { yaml, count, remarks } = ticketsOf(network, told.outages)
    shell.print(yaml)
    for (const remark of [...told.remarks, ...remarks]) say(shell, remark)
    say(shell, { id: `${count} tiket baru`, en: `${count} new tickets` })
    return 0
  },
})

function textOf(path: string): string | Refusal {
  try {
    if (statSync(path).size > largest) return refuse('berkas ini lebih dari 50 MB', 'this file has more than 50 MB')
    return readFileSync(path, 'utf8')
  } catch (error) {
    const refusal = fileRefusal(error)
    if (refusal === undefined) throw error
    return refusal
  }
}

interface Reading {
  readonly source: Outage['source']
  readonly timeZone: string
  readonly nowMs: number
}

function readAny(text: string, { source, timeZone, nowMs }: Reading): Told | Refusal {
  if (!/^\s*[[{]/.test(text)) return readCsv(text, source)
  const told = readMonitoring(dataOf(text), timeZone, nowMs)
  if (told !== undefined) return told
  return refuse(
    'JSON ini bukan jawaban query_range Prometheus dan bukan daftar alert Alertmanager',
    "this JSON is neither Prometheus' answer to query_range nor a list of Alertmanager's alerts",
  )
}

function dataOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
