/** One line, with what stands below it. */
export interface Node {
  readonly text: string
  readonly children: readonly Node[]
}

/** One line of a configuration of IOS XE, with what stands indented below it. */
export interface IosBlock {
  readonly number: number
  readonly text: string
  readonly children: readonly IosBlock[]
}

/** The text back to blocks: indentation is the tree; a banner runs to its sign, and belongs to its first line. */
export function readIosxe(text: string): IosBlock[] {
  const roots: IosBlock[] = []
  const open: { readonly depth: number; readonly children: IosBlock[] }[] = [{ depth: -1, children: roots }]
  const lines = text.replace(/\n$/, '').split('\n')
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    const content = line.trimStart()
    if (content === '' || content.startsWith('!')) continue
    const depth = line.length - content.length
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop()
    const children: IosBlock[] = []
    open.at(-1)?.children.push({ number: i + 1, text: content, children })
    open.push({ depth, children })
    const sign = /^banner \w+ (\S)/.exec(content)?.[1]
    while (sign !== undefined && i + 1 < lines.length) {
      i++
      const own = lines[i] ?? ''
      if (own.startsWith(sign)) break
      children.push({ number: i + 1, text: own, children: [] })
    }
  }
  return roots
}
