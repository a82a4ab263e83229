import { execFile } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { readFileSync } from 'node:fs'
import { probePort } from './agent-config.ts'
import type { Watchdog } from '../boot/blueprint.ts'

/**
 * The watchdog of one static uplink, as other platforms have it built in: the default lives while the probe is
 * answered.
 */
const { local, probe, routes, vtysh } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Watchdog & {
  readonly vtysh: string
}

const everyMs = 500
const patience = 3
let unanswered = 0
let living = true
let wanted = true

const socket = createSocket('udp4')
socket.on('error', () => undefined)
socket.on('message', () => {
  unanswered = 0
  wanted = true
  settle()
})
socket.bind({ address: local, port: 0 })
setInterval(() => {
  if (++unanswered > patience) wanted = false
  settle()
  socket.send('watchdog', probePort, probe, () => undefined)
}, everyMs)

let busy = false

/** Sets or takes back the default; one change at a time. */
function settle(): void {
  if (busy || wanted === living) return
  busy = true
  const target = wanted
  const lines = routes.flatMap(route => ['-c', target ? route : `no ${route}`])
  execFile('/usr/bin/vtysh', ['--vty_socket', vtysh, '-c', 'configure terminal', ...lines], error => {
    busy = false
    if (error === null) living = target
  })
}
