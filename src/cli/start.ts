import { fileReason } from '../words/file-errors.ts'
import { run } from './run.ts'
import { languageOf } from './shell/language.ts'
import { processShell, say } from './shell/shell.ts'

/** The command line of this process, from its arguments to its exit code. */
export async function start(): Promise<void> {
  // A reader that has seen enough (`serat show sites | head`) is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    const { id, en } = fileReason(error.code ?? 'UNKNOWN')
    say(processShell(languageOf(undefined, process.env)), {
      id: `serat: hasil tidak dapat ditulis: ${id}`,
      en: `serat: the result cannot be written: ${en}`,
    })
    process.exit(2)
  })
  process.exitCode = await run(process.argv.slice(2))
}
