import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { rolldown } from 'rolldown'
import { grammar, languageConfiguration, manifest } from '../vscode/manifest.ts'

/**
 * The extension for VS Code as one file that the editor installs: a ZIP by the Open Packaging Conventions (ECMA-376
 * part 2).
 */
export async function vsix(): Promise<Uint8Array> {
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes,
    'extension.vsixmanifest': packageManifest,
    'extension/package.json': JSON.stringify(manifest, undefined, 2),
    'extension/language-configuration.json': JSON.stringify(languageConfiguration, undefined, 2),
    'extension/serat-yaml.tmLanguage.json': JSON.stringify(grammar, undefined, 2),
    'extension/extension.js': await program(),
  }
  // One date, so that the same code is the same file.
  const entries = Object.entries(files).map(([path, text]) => [path, strToU8(text)])
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1) })
}

async function program(): Promise<string> {
  const build = await rolldown({
    input: join(import.meta.dirname, 'entries/vscode.ts'),
    platform: 'node',
    external: ['vscode'],
    transform: { target: 'node20' },
    logLevel: 'warn',
  })
  const { output } = await build.generate({ format: 'cjs', minify: true, codeSplitting: false })
  await build.close()
  return output[0].code
}

const contentTypes = `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="json" ContentType="application/json"/><Default Extension="js" ContentType="application/javascript"/><Default Extension="vsixmanifest" ContentType="text/xml"/></Types>
`

const packageManifest = `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="${manifest.name}" Version="${manifest.version}" Publisher="${manifest.publisher}"/>
    <DisplayName>${manifest.displayName}</DisplayName>
    <Description xml:space="preserve">${manifest.description}</Description>
    <Categories>${manifest.categories.join(',')}</Categories>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${manifest.engines.vscode}"/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace"/>
    </Properties>
  </Metadata>
  <Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation>
  <Dependencies/>
  <Assets><Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/></Assets>
</PackageManifest>
`
