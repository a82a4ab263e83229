import { createSocket } from 'node:dgram'
import { readFileSync } from 'node:fs'
import type { Sent } from './agent-config.ts'

/** Sends packets out of a router's namespace, thrice each, and ends. */
const packets = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as readonly Sent[]

const times = 3
const everyMs = 100

async function send({ name, from, fromPort, to, port }: Sent): Promise<void> {
  const socket = createSocket(to.includes(':') ? 'udp6' : 'udp4')
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.bind({ address: from, port: fromPort }, () => resolve())
  })
  for (let i = 0; i < times; i++) {
    socket.send(name, port, to, () => undefined)
    await new Promise(resolve => setTimeout(resolve, everyMs))
  }
  socket.close()
}

await Promise.all(packets.map(send))
