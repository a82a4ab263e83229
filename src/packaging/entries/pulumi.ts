import '../node-20.ts'

/** `import { Site } from 'serat/pulumi'`. */
export * from '../../pulumi/declare/index.ts'
