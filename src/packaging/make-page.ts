import { makePageProgram } from './page-program.ts'

/** What `build` starts in a repository where the page's program is out of date. */
await makePageProgram()
