import { z } from 'zod'
import { type documentInputs, kinds, outputFolderInputs, type routerConfigInputs } from './kinds.ts'

interface PropertySpec {
  readonly type: string
  readonly items?: PropertySpec
  readonly additionalProperties?: PropertySpec
  readonly description?: string
  readonly secret?: true
}

const about: Readonly<Record<keyof typeof kinds, string>> = {
  'serat:index:RouterConfig': 'The configuration files of one router, in a folder or on the router itself.',
  'serat:index:IpPlan': 'The address plan: every prefix, address, AS number and VLAN that is handed out.',
  'serat:index:ContractRecord': 'The record of one contract, or the register of all.',
  'serat:index:TopologyDocument': 'A drawing or an exchange format of the network.',
  'serat:index:OutputFolder':
    'The output root as a whole: it holds what this stack put there and nothing that a killed deployment left.',
}

const text: PropertySpec = { type: 'string' }
const settings: Readonly<Record<string, PropertySpec>> = {
  root: { ...text, description: 'Output root: an absolute path outside every repository.' },
  host: { ...text, description: 'Machine of the output root.' },
  stack: { ...text, description: 'Project and stack; an output root belongs to one.' },
  secretsFile: {
    ...text,
    description: 'YAML file with one `name: value` a line, mode 0600, outside every repository.',
  },
  storeCommand: { ...text, description: 'Commands that speak for a store of secrets, as JSON.' },
  digestKey: {
    ...text,
    description: 'Key of the digests by which the state remembers which values stand on routers.',
    secret: true,
  },
  secrets: { ...text, description: 'Values of secrets by name, as JSON.', secret: true },
  formerNames: {
    ...text,
    description: 'Earlier names of secrets whose router, circuit or route was renamed, as JSON.',
  },
  sftp: { ...text, description: 'The host whose folder the target sftp fills, as JSON.' },
  ssh: { ...text, description: 'How routers are reached over SSH, as JSON.' },
}

/**
 * The package as `pulumi package get-schema` reads it. The properties follow from the zod shapes that the provider
 * checks by.
 */
export function packageSchema(version: string): object {
  return {
    name: 'serat',
    displayName: 'Serat',
    version,
    description: "A government's network as code.",
    license: 'MIT',
    config: { variables: {} },
    provider: {
      description: 'Deploys what Serat compiled.',
      inputProperties: settings,
      requiredInputs: ['root', 'stack'],
    },
    resources: Object.fromEntries(
      Object.entries(about).map(([token, description]) => [
        token,
        resource(kinds[token as keyof typeof kinds].inputs, description),
      ]),
    ),
  }
}

function resource(
  inputs: typeof routerConfigInputs | typeof documentInputs | typeof outputFolderInputs,
  description: string,
): object {
  const { properties = {}, required = [] } = z.toJSONSchema(inputs, { io: 'input' }) as {
    properties?: Record<string, JsonSchema>
    required?: string[]
  }
  const inputProperties = Object.fromEntries(
    Object.entries(properties).map(([key, schema]) => [key, propertyOf(schema)]),
  )
  const outputs: Readonly<Record<string, PropertySpec>> = {
    location: { ...text, description: 'Where a person finds it.' },
    ...(inputs === outputFolderInputs
      ? {}
      : { drift: { ...text, description: '`none`, or `unknown` where a router does not answer.' } }),
  }
  return { description, inputProperties, requiredInputs: required, properties: outputs, required: Object.keys(outputs) }
}

interface JsonSchema {
  readonly type?: string
  readonly items?: JsonSchema
  readonly additionalProperties?: JsonSchema | false
}

function propertyOf({ type = 'string', items, additionalProperties }: JsonSchema): PropertySpec {
  if (type === 'array') return { type, items: propertyOf(items ?? {}) }
  if (type === 'object')
    return {
      type,
      additionalProperties: propertyOf(additionalProperties === false ? {} : (additionalProperties ?? {})),
    }
  return { type }
}
