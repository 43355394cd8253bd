import { readdirSync, readFileSync } from 'node:fs'

/** Length of a kernel clock tick, in microseconds. */
const TICK = 10_000

/** Microseconds of processor time of the started runtime from now on; null when the system does not report it. */
export function processorTimeOfRuntime(): () => number | null {
  const began = used()
  return () => {
    const now = used()
    return began === null || now === null ? null : (now - began) * TICK
  }
}

/** proc(5): field 2 is the name, 4 the parent, 14 and 15 the ticks. */
function used(): number | null {
  if (process.platform !== 'linux') return null
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((id) => {
      const words = statOf(id)?.split(' ') ?? []
      const isOurs = words[1] === '(workerd)' && words[3] === String(process.pid)
      return isOurs ? [Number(words[13]) + Number(words[14])] : []
    })
  return children.length === 0 ? null : children.reduce((sum, ticks) => sum + ticks, 0)
}

function statOf(id: string): string | null {
  try {
    return readFileSync(`/proc/${id}/stat`, 'utf8')
  } catch {
    return null
  }
}
