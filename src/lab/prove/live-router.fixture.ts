import { spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ChangeScript } from '../../platforms/changing/change-script.ts'
import type { Folder } from '../../platforms/reading/folder.ts'
import { checkedFrr } from './fresh-load.fixture.ts'
import { sleep } from '../boot/ready.ts'
import type { Running } from '../boot/running.ts'
import { folderOf } from '../boot/state.ts'
import { environmentOf } from '../run.ts'

const agent = readFileSync(new URL('../../pulumi/targets/frr-agent.sh', import.meta.url), 'utf8')

/** A router of a running lab, with an `/etc` and a `/var/lib/serat` of its own, on which the agent that deploys works. */
export interface LiveRouter {
  readonly id: string
  /** Runs a script of `serat rollout` and confirms it. Throws where either says no. */
  readonly apply: (script: ChangeScript) => Promise<void>
  readonly running: () => string
  /** The filters that run, and those that a file declares, both as nft writes them. */
  readonly rulesets: (declared: string) => readonly [running: string, declared: string]
}

const places: Readonly<Record<string, string>> = {
  'frr.conf': 'etc/frr/frr.conf',
  'nftables.conf': 'etc/nftables.conf',
  'sysctl.conf': 'etc/sysctl.d/60-serat.conf',
}

export function liveRouter(lab: Running, id: string, files: Folder): LiveRouter {
  const folder = join(folderOf(id), 'own')
  const zebra = readFileSync(join(folderOf(id), 'run', 'zebra.pid'), 'utf8').trim()
  let scripts = 0
  const within = (...words: readonly string[]): ReturnType<typeof spawnSync> & { readonly stdout: string } => {
    const ran = spawnSync('nsenter', ['-t', zebra, '-m', '-n', ...words], {
      encoding: 'utf8',
      env: environmentOf(lab.state.run),
    })
    return ran
  }
  const must = (...words: readonly string[]): string => {
    const { status, stdout, stderr } = within(...words)
    if (status !== 0) throw new Error(`${id}: ${words.join(' ')}\n${stdout}${String(stderr)}`)
    return stdout
  }
  mkdirSync(join(folder, 'etc'), { recursive: true })
  mkdirSync(join(folder, 'library'))
  mkdirSync('/var/lib/serat', { recursive: true })
  must(
    'sh',
    '-ec',
    [
      `cp -a /etc/. ${folder}/etc/`,
      `mount --bind ${folder}/etc /etc`,
      `mount --bind ${folder}/library /var/lib/serat`,
      'if [ -d /run/systemd ]; then mount -t tmpfs tmpfs /run/systemd; fi',
    ].join('\n'),
  )
  const { uid, gid } = statSync(join(folder, 'etc/frr/vtysh.conf'))
  for (const [name, text] of files) {
    const path = join(folder, places[name] ?? name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    if (name === 'frr.conf') chownSync(path, uid, gid)
  }
  return {
    id,
    async apply(script) {
      const work = join(folder, `script-${scripts++}`)
      mkdirSync(work)
      writeFileSync(join(work, 'agent.sh'), agent)
      writeFileSync(join(work, script.file), script.text)
      must('sh', join(work, script.file))
      for (let tries = 0; tries < 120; tries++) {
        const said = must('sh', '-c', script.confirm).trim()
        if (said === 'confirmed') return
        if (said !== 'applying') throw new Error(`${id}: ${said}`)
        await sleep(500)
      }
      throw new Error(`${id}: a change that does not end`)
    },
    running: () => checkedFrr(must('vtysh', '-c', 'show running-config no-header')),
    rulesets: declared => {
      const path = join(folder, 'declared.nft')
      writeFileSync(path, declared)
      return [
        must('nft', '-s', 'list', 'ruleset'),
        must('unshare', '-n', 'sh', '-c', 'nft -f "$1" && nft -s list ruleset', 'nft', path),
      ]
    },
  }
}
