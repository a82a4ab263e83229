import { version } from '../model/version.ts'

/** The extension's `package.json`: what VS Code knows of it before it runs. */
export const manifest = {
  name: 'serat',
  publisher: 'serat',
  displayName: 'Serat',
  description: "A government's network as code: findings, completion, hovers and renames while you type.",
  version,
  license: 'MIT',
  engines: { vscode: '^1.91.0' },
  categories: ['Programming Languages', 'Linters'],
  main: './extension.js',
  activationEvents: ['workspaceContains:sites/network.yaml', 'workspaceContains:network.yaml'],
  // It starts a program that the folder may bring.
  capabilities: {
    untrustedWorkspaces: { supported: false, description: 'Serat starts the program of the folder that is open.' },
    virtualWorkspaces: false,
  },
  contributes: {
    languages: [
      {
        id: 'serat-yaml',
        aliases: ['Serat'],
        filenamePatterns: ['**/sites/*.yaml', '**/sites/*/*.yaml'],
        configuration: './language-configuration.json',
      },
    ],
    grammars: [{ language: 'serat-yaml', scopeName: 'source.serat-yaml', path: './serat-yaml.tmLanguage.json' }],
    configuration: {
      title: 'Serat',
      properties: {
        'serat.command': {
          type: 'string',
          scope: 'machine',
          default: '',
          description: 'The serat program; empty: that of the folder (node_modules/.bin/serat), else the one in PATH.',
        },
        'serat.language': {
          type: 'string',
          enum: ['', 'id', 'en'],
          default: '',
          description: 'Bahasa: id / language: en; empty: that of the environment.',
        },
      },
    },
  },
}

/** Comments, brackets and the indentation of YAML. */
export const languageConfiguration = {
  comments: { lineComment: '#' },
  brackets: [
    ['{', '}'],
    ['[', ']'],
  ],
  autoClosingPairs: [
    ['{', '}'],
    ['[', ']'],
    ["'", "'"],
    ['"', '"'],
  ],
  indentationRules: { increaseIndentPattern: '^\\s*.*(:|-)\\s*$', decreaseIndentPattern: '^\\s+\\}$' },
  wordPattern: '[A-Za-z0-9_-]+',
}

/** Colours are those of YAML, under a name of its own, so that no server of YAML takes the files. */
export const grammar = {
  name: 'Serat',
  scopeName: 'source.serat-yaml',
  patterns: [{ include: 'source.yaml' }],
}
