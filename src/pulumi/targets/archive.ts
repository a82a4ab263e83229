const block = 512

interface ArchiveFile {
  readonly name: string
  readonly text: string
}

/** Files as an archive of `tar` (POSIX ustar): names of at most 100 bytes, owned by root, for its eyes only. */
export function archive(files: readonly ArchiveFile[]): Buffer {
  return Buffer.concat([
    ...files.flatMap(({ name, text }) => {
      const bytes = Buffer.from(text)
      return [header(name, bytes.length), bytes, Buffer.alloc((block - (bytes.length % block)) % block)]
    }),
    Buffer.alloc(2 * block),
  ])
}

function header(name: string, length: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`name too long for an archive: ${name}`)
  const bytes = Buffer.alloc(block)
  const put = (text: string, at: number): void => void bytes.write(text, at)
  put(name, 0)
  put('0000600\0', 100)
  put('0000000\0', 108)
  put('0000000\0', 116)
  put(length.toString(8).padStart(11, '0') + '\0', 124)
  put('00000000000\0', 136)
  put('        ', 148)
  put('0', 156)
  put('ustar\0' + '00', 257)
  const sum = bytes.reduce((total, byte) => total + byte, 0)
  put(sum.toString(8).padStart(6, '0') + '\0 ', 148)
  return bytes
}
