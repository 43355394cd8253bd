import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

type Process = { readonly pid: number; readonly parent: number; readonly state: string }

/** Ids of all descendant processes. */
export async function descendants(pid: number): Promise<readonly number[]> {
  const all = await processes()
  const below = (parent: number): number[] =>
    all.filter((each) => each.parent === parent).flatMap((each) => [each.pid, ...below(each.pid)])
  return below(pid)
}

/** Those that still run; zombies do not count. */
export async function alive(pids: readonly number[]): Promise<readonly number[]> {
  const all = await processes()
  return all.filter(({ pid, state }) => pids.includes(pid) && !state.startsWith('Z')).map(({ pid }) => pid)
}

async function processes(): Promise<readonly Process[]> {
  return existsSync('/proc/self/stat') ? fromProc() : fromPs()
}

/** A bare Debian has no `ps`. The name in brackets may contain anything, so fields are read after the last bracket. */
async function fromProc(): Promise<readonly Process[]> {
  const names = await readdir('/proc')
  const pids = names.filter((name) => /^\d+$/.test(name))
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')))

  return stats.filter(Boolean).map((stat) => {
    const [state = '', parent = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { pid: Number.parseInt(stat, 10), parent: Number(parent), state }
  })
}

async function fromPs(): Promise<readonly Process[]> {
  const { stdout } = await promisify(execFile)('ps', ['-axo', 'pid=,ppid=,stat='])
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [pid = '', parent = '', state = ''] = line.trim().split(/\s+/)
      return { pid: Number(pid), parent: Number(parent), state }
    })
}
