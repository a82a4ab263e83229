import module from 'node:module'
import { fillIn } from '../fill-in.ts'

module.enableCompileCache?.()
await fillIn()
const { serve } = await import('../../pulumi/provider/serve.ts')
await serve(process.argv[2])
