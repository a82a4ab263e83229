import { run } from './run.ts'

/** The command line of this process, from its arguments to its exit code. */
export async function start(): Promise<void> {
  // A reader that has seen enough (`serat show sites | head`) is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    process.stderr.write(`serat: ${error.message}\n`)
    process.exit(2)
  })
  process.exitCode = await run(process.argv.slice(2))
}
