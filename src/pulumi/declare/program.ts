import pulumi from '@pulumi/pulumi'
import type { Declaration } from '../../api/declared.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Component } from '../resources/parts.ts'
import { Network } from '../resources/network.ts'
import { settingsOfStack, type StackSettings } from '../settings.ts'
import { both } from '../words.ts'
import { readyWith } from './ready.ts'
import { settledArgs, whereOf, type Named } from './values.ts'

/** The network of one run of a program: whatever it declares, beside the files of the stack's inventory. */
interface ProgramNetwork {
  readonly network: Network
  /** Takes a declaration; the plan comes once everything is declared and compiles. */
  readonly declare: (component: Component, thing: Named, args: object) => Promise<Plan>
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

interface Pending {
  readonly thing: Named
  readonly args: Promise<object>
}

function makeProgramNetwork(): ProgramNetwork {
  const settings = settingsOfStack()
  const network = new Network('network', settings)
  const pending: Pending[] = []
  let isClosed = false
  const plan = allDeclared(pending)
    .finally(() => {
      isClosed = true
    })
    .then(things => deployed(network, settings, things))
  return {
    network,
    declare(component, thing, args) {
      if (isClosed) throw new pulumi.RunError(tooLate(thing))
      network.remember(component, thing.kind, thing.id)
      pending.push({ thing, args: settledArgs(thing, args) })
      return plan
    },
  }
}

/**
 * Nothing can be forgotten: a network compiles by itself, once its program has declared everything and every argument
 * is there.
 */
async function allDeclared(pending: readonly Pending[]): Promise<readonly Declaration[]> {
  let things: readonly Declaration[] = []
  do {
    things = await Promise.all(pending.map(async ({ thing, args }) => ({ ...thing, args: await args })))
    await turn()
  } while (things.length < pending.length)
  return things
}

/** One turn of the event loop: what the program still does without waiting for the world is done. */
function turn(): Promise<void> {
  return new Promise(resolve => void setImmediate(resolve))
}

async function deployed(network: Network, settings: StackSettings, things: readonly Declaration[]): Promise<Plan> {
  try {
    return network.deploy(await readyWith(things, settings)).plan
  } catch (error) {
    network.refuse(error)
    throw error
  }
}

function tooLate(thing: Named): string {
  const where = whereOf(thing)
  return both({
    id:
      `${where}: jaringan sudah dihitung; ` +
      `nyatakan semuanya tanpa \`await\` di antaranya, dan tunggu yang perlu ditunggu sebelum yang pertama`,
    en:
      `${where}: the network is compiled already; ` +
      `declare everything without an \`await\` in between, and wait for what is needed before the first`,
  })
}
