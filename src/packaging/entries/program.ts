import { fillIn } from '../fill-in.ts'

await fillIn()
const { default: program } = await import('../../pulumi/index.ts')

/** The program of a `Pulumi.yaml`: `main: node_modules/serat/dist/program.js`. */
export default program
