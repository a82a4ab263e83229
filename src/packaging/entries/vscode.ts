export * from '../../vscode/extension.ts'
