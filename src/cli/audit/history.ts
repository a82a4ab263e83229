import type { Approval, History, SignedTag } from '../../render/audit/facts.ts'
import type { Compiled } from '../inventory.ts'
import { git } from '../git.ts'

const fields = [
  '%H',
  '%cs',
  '%s',
  '%G?',
  '%GF',
  '%(trailers:key=Approved-by,key=Reviewed-by,key=Acked-by,unfold,separator=%x1e)',
]
/** A regency commits some hundred times a year. */
const mostCommits = 5000

/**
 * What Git knows of an inventory: its commit, what nobody committed, and who stands for what was. Undefined outside of
 * a repository.
 */
export function historyOf({ folder, revision }: Compiled, year: number): History | undefined {
  const commit = revision?.id ?? git(folder, 'rev-parse', '--verify', '--quiet', 'HEAD^{commit}')
  if (commit === undefined) return undefined
  return {
    commit,
    uncommitted:
      revision === undefined ? linesOf(git(folder, 'status', '--porcelain', '--', '.')).map(line => line.slice(3)) : [],
    commits: commitsOf(folder, commit, year),
    tags: tagsOf(folder, commit),
    isShallow: git(folder, 'rev-parse', '--is-shallow-repository') === 'true',
  }
}

/** From the beginning of the year before: contracts of a year are signed before it. */
function commitsOf(folder: string, commit: string, year: number): Approval[] {
  const format = `--format=${fields.join('%x1f')}%x1d`
  const since = `--since=${year - 1}-01-01T00:00:00`
  const log = git(folder, 'log', `-n${mostCommits}`, since, format, commit, '--', '.') ?? ''
  return log
    .split('\u001d')
    .map(entry => entry.trim())
    .filter(entry => entry !== '')
    .map(entry => {
      const [id = '', date = '', subject = '', signature = '', key = '', trailers = ''] = entry.split('\u001f')
      return {
        commit: id,
        date,
        subject,
        signature,
        key,
        trailers: trailers.split('\u001e').filter(line => line !== ''),
      }
    })
}

function tagsOf(folder: string, commit: string): SignedTag[] {
  const format = '--format=%(refname:short)%1f%(*objectname)%1f%(creatordate:short)'
  return linesOf(git(folder, 'for-each-ref', `--merged=${commit}`, format, 'refs/tags')).flatMap(line => {
    const [tag = '', tagged = '', date = ''] = line.split('\u001f')
    // A plain tag has no object of its own that could be signed.
    if (tagged === '') return []
    return [{ tag, commit: tagged, date, isSigned: git(folder, 'tag', '-v', tag) !== undefined }]
  })
}

function linesOf(text: string | undefined): string[] {
  return (text ?? '').split('\n').filter(line => line !== '')
}
