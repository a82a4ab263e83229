import { expect, it } from 'vitest'
import { answered, Killed, leafMeetings, secrets, silent, type Meeting } from './routeros.fixture.ts'
import type { Answer } from './ssh.ts'

/** The target against a stand-in in one process, by one clock of the test's: no device has met either. */
const { oldUnit, nextUnit, deployed, drift, words } = leafMeetings()

interface Case {
  readonly name: string
  readonly goesWrong: (meeting: Meeting) => void
  /** Why the deployment stops; it does not where none is given. */
  readonly stops?: RegExp
  /** What the router holds once it was left alone. */
  readonly holds: 'old' | 'new'
  /** How long it is left alone. */
  readonly minutes?: number
}

const isExport = (command: string): boolean => command.startsWith('/export')
const isExecute = (command: string): boolean => command.startsWith('/execute')
const isConfirmation = (command: string): boolean => command.startsWith('/system scheduler remove')

/** Does it at the count-th command of a kind. */
function at(
  kind: (command: string) => boolean,
  count: number,
  act: (go: () => Answer) => Answer,
): NonNullable<Meeting['mischief']['ask']> {
  let seen = 0
  return (command, go) => (kind(command) && ++seen === count ? act(go) : go())
}

const cases: readonly Case[] = [
  {
    name: 'every command takes three seconds',
    goesWrong: meeting => {
      meeting.mischief = { ask: (_, go) => first(() => meeting.passes(3), go) }
    },
    holds: 'new',
  },
  {
    name: 'no session comes about',
    goesWrong: meeting => {
      meeting.reaches = () => false
    },
    stops: /does not answer: .*nothing was changed/,
    holds: 'old',
  },
  {
    name: 'it answers with a prompt and a question',
    goesWrong: meeting => {
      meeting.mischief = { ask: (_, go) => heard(go, answered('Do you want to see the software license? [Y/n]: ')) }
    },
    stops: /cannot be read: Do you want.*nothing was changed/,
    holds: 'old',
  },
  {
    name: 'it answers in colours',
    goesWrong: meeting => {
      meeting.mischief = { ask: (command, go) => (isExport(command) ? answered('\u001b[m\u001b[36m# 2026') : go()) }
    },
    stops: /cannot be read/,
    holds: 'old',
  },
  {
    name: 'the session breaks off in the middle of the export',
    goesWrong: meeting => {
      meeting.mischief = { ask: at(isExport, 1, () => silent('the session broke off')) }
    },
    stops: /does not answer: the session broke off; nothing was changed/,
    holds: 'old',
  },
  {
    name: 'the export ends early, as that of a router that holds nothing of ours',
    goesWrong: meeting => {
      meeting.mischief = { ask: at(isExport, 1, go => cut(go())) }
    },
    stops: /its export broke off; nothing was changed/,
    holds: 'old',
  },
  {
    name: 'the connection is cut in the middle of an upload',
    goesWrong: meeting => {
      meeting.mischief = {
        send: (go, text) =>
          first(
            () => go(text.slice(0, 400)),
            () => 'Connection reset by peer',
          ),
      }
    },
    stops: /cannot be sent, nothing was changed: Connection reset/,
    holds: 'old',
  },
  {
    name: 'the file that arrives is cut at the end of a line, and nobody says so',
    goesWrong: meeting => {
      meeting.mischief = { send: (go, text) => go(text.slice(0, text.lastIndexOf('\n', text.length - 200) + 1)) }
    },
    stops: /cannot be sent, nothing was changed: \d+ bytes were sent, the router has \d+/,
    holds: 'old',
  },
  {
    name: 'the disk is full',
    goesWrong: ({ router }) => {
      router.misbehaviour = { diskBytes: 100 }
    },
    stops: /cannot be sent, nothing was changed: write failed/,
    holds: 'old',
  },
  {
    name: 'the disk can only be read',
    goesWrong: ({ router }) => {
      router.misbehaviour = { diskIsReadOnly: true }
    },
    stops: /cannot be sent, nothing was changed/,
    holds: 'old',
  },
  {
    name: 'the disk can only be read from the moment that the file is there',
    goesWrong: meeting => {
      meeting.mischief = {
        ask: at(isExecute, 1, go => {
          meeting.router.misbehaviour = { diskIsReadOnly: true }
          return go()
        }),
      }
    },
    stops: /did not begin the change/,
    holds: 'old',
  },
  {
    name: 'the backup is refused',
    goesWrong: ({ router }) => {
      router.misbehaviour = { refuses: '/system backup save' }
    },
    stops: /did not begin the change/,
    holds: 'old',
  },
  {
    name: 'the backup is lost, and nobody says so',
    goesWrong: ({ router }) => {
      router.misbehaviour = { losesBackups: true }
    },
    stops: /did not begin the change; its log says: serat: the router kept no backup/,
    holds: 'old',
  },
  {
    name: 'the file is gone before it is run',
    goesWrong: meeting => {
      meeting.mischief = {
        ask: at(isExecute, 1, go => first(() => meeting.router.type('/file remove [find name~"change"]'), go)),
      }
    },
    stops: /did not begin the change/,
    holds: 'old',
  },
  {
    name: 'it restarts before the file is run, and loses it',
    goesWrong: meeting => {
      meeting.mischief = {
        ask: at(isExecute, 1, () => {
          meeting.router.restart()
          return silent('connection reset')
        }),
      }
    },
    stops: /did not begin the change/,
    holds: 'old',
  },
  {
    name: 'it restarts after the first command of the change',
    goesWrong: ({ router }) => {
      router.misbehaviour = { restartsAfter: router.changes + 3 }
    },
    stops: /did not begin the change|takes back/,
    holds: 'old',
  },
  {
    name: 'it restarts in the middle of the change',
    goesWrong: ({ router }) => {
      router.misbehaviour = { restartsAfter: router.changes + 6 }
    },
    stops: /did not begin the change|takes back/,
    holds: 'old',
  },
  {
    name: 'it restarts when all is changed and nothing is confirmed',
    goesWrong: meeting => {
      meeting.mischief = { onWait: once(() => meeting.router.restart()) }
    },
    stops: /did not begin the change/,
    holds: 'old',
  },
  {
    name: 'its version lacks a word, and says so when it is asked',
    goesWrong: ({ router }) => {
      router.misbehaviour = { lacks: '/system script set' }
    },
    stops: /refuses .* before it is loaded, nothing was changed: bad command name/,
    holds: 'old',
  },
  {
    name: 'it stops at a word that it read without a complaint',
    goesWrong: ({ router }) => {
      router.misbehaviour = { refuses: '/system script set' }
    },
    stops: /stopped in the middle of the change/,
    holds: 'old',
  },
  {
    name: 'it may run nothing apart from a session',
    goesWrong: ({ router }) => {
      router.misbehaviour = { refuses: ' execute' }
    },
    stops: /does not run .*nothing was changed: expected end/,
    holds: 'old',
  },
  {
    name: 'it begins the change when nobody waits any more',
    goesWrong: meeting => {
      meeting.mischief = { lateSeconds: 90 }
    },
    stops: /did not begin the change/,
    holds: 'old',
    minutes: 20,
  },
  {
    name: 'its clock is set an hour back while the change waits',
    goesWrong: meeting => {
      meeting.mischief = { onWait: once(() => meeting.router.clockMoves(-3600)), ask: refusing(isConfirmation) }
    },
    stops: /could not be confirmed/,
    holds: 'old',
    minutes: 80,
  },
  {
    name: 'its clock is set a day forward while the change waits',
    goesWrong: meeting => {
      meeting.mischief = {
        onWait: once(() => meeting.router.clockMoves(86_400)),
        ask: at(isConfirmation, 1, () => silent('timed out')),
      }
    },
    stops: /did not begin the change/,
    holds: 'old',
  },
  {
    name: 'its schedulers are lost, so that nothing would take the change back',
    goesWrong: meeting => {
      meeting.mischief = {
        ask: at(isExecute, 1, go => {
          const answer = go()
          meeting.router.work()
          meeting.router.type('/system scheduler remove [find name~"^serat-take-back"]')
          return answer
        }),
      }
    },
    holds: 'new',
  },
  {
    name: 'the session breaks off as the change begins, and it goes on',
    goesWrong: meeting => {
      meeting.mischief = { ask: at(isExecute, 1, go => heard(go, silent('the session broke off'))) }
    },
    holds: 'new',
  },
  {
    name: 'the confirmation does not arrive the first time',
    goesWrong: meeting => {
      meeting.mischief = { ask: at(isConfirmation, 1, () => silent('timed out')) }
    },
    holds: 'new',
  },
  {
    name: 'the confirmation arrives and its answer does not',
    goesWrong: meeting => {
      meeting.mischief = { ask: at(isConfirmation, 1, go => heard(go, silent('the session broke off'))) }
    },
    holds: 'new',
  },
  {
    name: 'it is not reached again once all is changed',
    goesWrong: meeting => {
      meeting.reaches = () => !meeting.isArmed
    },
    stops: /does not answer: .*takes back by itself within 15 minutes/,
    holds: 'old',
  },
  {
    name: 'its routes never stand still',
    goesWrong: meeting => {
      let flap = 0
      meeting.mischief = {
        ask: (command, go) => (command.startsWith('/ip route print') ? answered(`${flap++}`) : go()),
      }
    },
    stops: /routes of .* do not stand still/,
    holds: 'old',
  },
  {
    name: 'its log cannot be read either',
    goesWrong: meeting => {
      meeting.router.misbehaviour = { refuses: '/system script set' }
      meeting.mischief = { ask: (command, go) => (command.startsWith('/log') ? silent('timed out') : go()) }
    },
    stops: /stopped in the middle of the change; what was begun/,
    holds: 'old',
  },
  {
    name: 'somebody else has a change waiting there',
    goesWrong: ({ router }) => {
      router.type('/system backup save name=flash/serat-before dont-encrypt=yes')
      router.type(
        '/system scheduler add name=serat-take-back interval=15m on-event=":if ([:len [/file find where ' +
          'name=\\"flash/serat-before.backup\\"]]>0) ' +
          'do={/system backup load name=\\"flash/serat-before\\" password=\\"\\"}"',
      )
      router.type('/system script set [find name=serat-state] comment=0123456789abcdef')
    },
    stops: /an earlier change waits for its confirmation/,
    holds: 'old',
  },
  {
    name: 'somebody at its console changes what the script is about, while it is being sent',
    goesWrong: meeting => {
      meeting.mischief = {
        ask: at(isExecute, 1, go => {
          meeting.router.type('/system script set [find name=serat-state] comment=0123456789abcdef')
          return go()
        }),
      }
    },
    stops: /its log says: serat: made for configuration/,
    holds: 'new',
  },
  {
    name: 'the deployer is killed before it sends anything',
    goesWrong: meeting => {
      meeting.mischief = { send: () => killed() }
    },
    stops: /killed/,
    holds: 'old',
  },
  {
    name: 'the deployer is killed before the file is run',
    goesWrong: meeting => {
      meeting.mischief = { ask: at(isExecute, 1, () => killed()) }
    },
    stops: /killed/,
    holds: 'old',
  },
  {
    name: 'the deployer is killed while the change runs',
    goesWrong: meeting => {
      meeting.mischief = { ask: at(isExecute, 1, go => first(() => first(go, () => meeting.router.work()), killed)) }
    },
    stops: /killed/,
    holds: 'old',
  },
]

function first<T>(act: () => unknown, go: () => T): T {
  act()
  return go()
}

/** It does what it is asked, and something else is heard of it. */
function heard(go: () => unknown, answer: Answer): Answer {
  return first(go, () => answer)
}

function killed(): never {
  throw new Killed('killed')
}

function once(act: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) act()
    isDone = true
  }
}

function refusing(kind: (command: string) => boolean): NonNullable<Meeting['mischief']['ask']> {
  return (command, go) => (kind(command) ? silent('timed out') : go())
}

function cut(answer: Answer): Answer {
  if (answer.kind === 'silent') return answer
  return answered(answer.stdout.split('\r\n').slice(0, 5).join('\r\n'))
}

it('are thirty and more, each with a name of its own', () => {
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length)
  expect(cases.length).toBeGreaterThanOrEqual(30)
})

it.each(cases)(
  `a router that misbehaves is healed by the next \`up\`: $name${words}`,
  async ({ goesWrong, stops, holds, minutes = 16 }) => {
    const meeting = await deployed()
    goesWrong(meeting)
    const deployment = meeting.target.apply(nextUnit, oldUnit, secrets)
    if (stops === undefined) await deployment
    else await expect(deployment).rejects.toThrow(stops)
    meeting.mischief = {}
    meeting.reaches = () => true
    meeting.router.misbehaviour = {}
    meeting.passes(minutes * 60)
    expect(meeting.isArmed).toBe(false)
    if (holds === 'new' && stops === undefined) expect(await drift(meeting, nextUnit)).toEqual([])
    if (holds === 'old')
      expect((await drift(meeting, oldUnit)).filter(text => !text.includes('0123456789abcdef'))).toEqual([])
    await meeting.target.apply(nextUnit, oldUnit, secrets)
    expect(await drift(meeting, nextUnit)).toEqual([])
    expect(meeting.isArmed).toBe(false)
    expect([...meeting.router.files.keys()]).toEqual([])
  },
)
