import pulumi from '@pulumi/pulumi'
import { relative } from 'node:path'
import { declared, type Declaration } from '../../api/declared.ts'
import { placed, seenFrom } from '../../api/findings.ts'
import type { Plan } from '../../plan/plan.ts'
import { inventoryOf } from '../inventory.ts'
import type { Component } from '../resources/parts.ts'
import { Network } from '../resources/network.ts'
import { settingsOfStack, type StackSettings } from '../settings.ts'
import { both } from '../words.ts'
import { settledArgs } from './values.ts'

type Named = Omit<Declaration, 'args'>

interface Pending {
  readonly thing: Named
  readonly args: Promise<object>
}

/** The network of one run of a program: whatever it declares, beside the files of the stack's inventory. */
export interface ProgramNetwork {
  readonly network: Network
  /** Takes a declaration; what was decided for it comes once everything is declared and compiles. */
  readonly declare: <T>(component: Component, thing: Named, args: object, decided: (plan: Plan) => T) => pulumi.Output<T>
}

/** Programs of the automation API share a process: each run has a stack resource of its own. */
const networks = new WeakMap<object, ProgramNetwork>()

/** The network of the program that runs; it is made when the first thing is declared. */
export function programNetwork(): ProgramNetwork {
  const stack = pulumi.runtime.getStackResource()
  if (stack === undefined)
    throw new pulumi.RunError(
      both({
        id: 'tidak ada stack: jalankan program ini dengan pulumi, atau impor dari "serat"',
        en: 'there is no stack: run this program with pulumi, or import from "serat"',
      }),
    )
  const known = networks.get(stack)
  if (known !== undefined) return known
  const made = makeProgramNetwork()
  networks.set(stack, made)
  return made
}

function makeProgramNetwork(): ProgramNetwork {
  const settings = settingsOfStack()
  const pending: Pending[] = []
  let isClosed = false
  const network = new Network('network', { settings, inventory: inventoryOf(settings) })
  const plan = (async () => {
    // Nothing is forgotten: the network compiles by itself, once the program has declared everything and every argument is there.
    for (let seen = -1; seen !== pending.length; ) {
      seen = pending.length
      await Promise.all(pending.map(({ args }) => args))
      await turn()
    }
    isClosed = true
    return deployed(network, settings, await declarationsOf(pending))
  })()
  return {
    network,
    declare(component, thing, args, decided) {
      if (isClosed) throw new pulumi.RunError(tooLate(thing))
      network.remember(component, thing.kind, thing.id)
      pending.push({ thing, args: settledArgs(thing, args) })
      return pulumi.output(plan.then(decided))
    },
  }
}

/** One turn of the event loop: what the program still does without waiting for the world is done. */
function turn(): Promise<void> {
  return new Promise(resolve => void setImmediate(resolve))
}

function declarationsOf(pending: readonly Pending[]): Promise<Declaration[]> {
  return Promise.all(pending.map(async ({ thing, args }) => ({ ...thing, args: await args })))
}

async function deployed(network: Network, settings: StackSettings, things: readonly Declaration[]): Promise<Plan> {
  const { sources, inProgram } = declared(inventoryOf(settings).sources, things)
  const here = seenFrom(settings.inventory, inProgram, path => shortPath(path))
  const { plan } = await network.deploy({ sources, report: diagnostics => placed(diagnostics, here) })
  return plan
}

function shortPath(path: string): string {
  const from = relative(process.cwd(), path)
  return from.startsWith('..') ? path : from
}

function tooLate({ id, calledFrom }: Named): string {
  const where = calledFrom === undefined ? id : `${id} (${calledFrom.file}:${calledFrom.line})`
  return both({
    id: `${where}: jaringan sudah dihitung; nyatakan semuanya tanpa \`await\` di antaranya, dan tunggu yang perlu ditunggu sebelum yang pertama`,
    en: `${where}: the network is compiled already; declare everything without an \`await\` in between, and wait for what is needed before the first`,
  })
}
