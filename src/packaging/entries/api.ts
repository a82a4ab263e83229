import '../node-20.ts'

/** `import { Site, compile } from 'serat'`. */
export * from '../../api/index.ts'
