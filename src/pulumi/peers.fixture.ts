import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, it } from 'vitest'
import { missingPeers, type Peer } from '../testing/peers.ts'
import { repository } from './ground.fixture.ts'

const ownPeers = {
  Pulumi: () => existsSync(join(repository, '.cache/pulumi/bin/pulumi')) || onPath('pulumi'),
  'SSH server': () => existsSync('/usr/sbin/sshd') && onPath('ssh') && onPath('ssh-keygen'),
  PostgreSQL: () => postgresFolder() !== undefined,
} as const

type OwnPeer = keyof typeof ownPeers

/** Tests against the real engine: skipped by name where a peer is missing, and a failure where `CI=true`. */
export function describeWithPulumi(title: string, wanted: readonly (Peer | OwnPeer)[], body: () => void): void {
  const all: readonly (Peer | OwnPeer)[] = ['Pulumi', ...wanted]
  const missing = all.filter(peer =>
    peer in ownPeers ? !ownPeers[peer as OwnPeer]() : missingPeers([peer as Peer]).length > 0,
  )
  if (missing.length === 0) return void describe(`${title} (met: ${all.join(', ')})`, body)
  const named = `${title} (missing: ${missing.join(', ')}; npm run setup:peers)`
  if (process.env['CI'] !== 'true') return void describe.skip(named, body)
  describe(named, () => {
    it('has its peers', () => {
      throw new Error(`missing: ${missing.join(', ')}`)
    })
  })
}

/** Where `initdb` and `postgres` are. */
export function postgresFolder(): string | undefined {
  const versions = ['18', '17', '16', '15', '14'].map(version => `/usr/lib/postgresql/${version}/bin`)
  return [...versions, ...(process.env['PATH'] ?? '').split(delimiter)].find(
    folder => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  )
}

function onPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some(folder => existsSync(join(folder, program)))
}
